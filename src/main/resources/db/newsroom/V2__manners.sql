-- What feeds and domains have taught the press. The same text runs on SQLite and PostgreSQL.

-- asked_at: where the feed is asked since it moved for good. validated: the address that gave etag and last_modified.
-- not_before: its own word, due: the press's pace; gone: it said 410. bytes: of the last whole answer. moved_*: a permanent
-- redirect that is not yet believed.
alter table feed add column asked_at text;
alter table feed add column validated text;
alter table feed add column etag text;
alter table feed add column last_modified text;
alter table feed add column not_before bigint not null default 0;
alter table feed add column due bigint not null default 0;
alter table feed add column why text not null default '';
alter table feed add column gone integer not null default 0;
alter table feed add column failures integer not null default 0;
alter table feed add column bytes bigint not null default 0;
alter table feed add column max_age bigint not null default 0;
alter table feed add column hints text not null default '';
alter table feed add column moved_to text;
alter table feed add column moved_sightings integer not null default 0;
alter table feed add column moved_first text;

-- source and why: what set not_before. strikes: refusals in a row that did not say for how long, until: end of the last pause for them.
alter table domain add column source text not null default '';
alter table domain add column why text not null default '';
alter table domain add column strikes integer not null default 0;
alter table domain add column struck_until bigint;

-- A page is not asked again before.
alter table article_failure add column not_before bigint not null default 0;

-- robots.txt by host (and port, where it is not the usual one). status 0: there was no answer.
create table robots (
    host text not null primary key,
    domain text not null,
    status integer not null,
    fetched bigint not null,
    crawl_delay bigint not null,
    body text not null
);
