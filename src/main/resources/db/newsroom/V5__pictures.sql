-- Pictures that stories are printed with, by the address that their pages name. The same text runs on SQLite and PostgreSQL.
-- type: as its content says; width, height: in pixels, as it is shown. What was printed lies beside its edition too.
create table picture (
    address text not null primary key,
    fetched bigint not null,
    type text not null,
    width integer not null,
    height integer not null,
    bytes bytea not null
);

-- A picture that could not be had, and when it was last tried. It is not asked again before not_before.
create table picture_failure (
    address text not null primary key,
    failed bigint not null,
    http_status integer not null,
    reason text not null,
    not_before bigint not null
);
