-- What a page says besides its text. lead, pictures: JSON. The same text runs on SQLite and PostgreSQL.
alter table article add column canonical text;
alter table article add column site text not null default '';
alter table article add column lead text;
alter table article add column pictures text not null default '[]';
alter table article add column direction text not null default '';
