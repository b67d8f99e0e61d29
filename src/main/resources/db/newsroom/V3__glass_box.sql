-- Several papers, and why a story is in one or not. The same text runs on SQLite and PostgreSQL.

-- paper: id of the paper an edition belongs to. Table edition is made anew, for two papers may each have a first edition of a day.
create table edition_of_paper (
    id text not null primary key,
    paper text not null,
    day text not null,
    number integer not null,
    state text not null,
    started bigint not null,
    ended bigint,
    reason text not null default '',
    scanned integer,
    fresh integer,
    published integer,
    anti_feed double precision,
    fetch_seconds double precision,
    enhance_seconds double precision,
    total_seconds double precision,
    requests integer,
    waits integer,
    refused integer,
    stories text,
    unique (paper, day, number)
);
insert into edition_of_paper (id, paper, day, number, state, started, ended, reason, scanned, fresh, published, anti_feed,
    fetch_seconds, enhance_seconds, total_seconds, requests, waits, refused, stories)
select id, 'daily', day, number, state, started, ended, reason, scanned, fresh, published, anti_feed,
    fetch_seconds, enhance_seconds, total_seconds, requests, waits, refused, stories from edition;
drop table edition;
alter table edition_of_paper rename to edition;
create index edition_state on edition (state);

-- What papers there are, how long each needs an entry after it was last seen, in milliseconds, and when it was last printed.
create table paper (
    id text not null primary key,
    keep bigint not null,
    last_run bigint not null
);

-- A feed's own statistics for an entry: the largest that it ever gave.
alter table entry_feed add column points bigint not null default 0;
alter table entry_feed add column comments bigint not null default 0;

-- What a feed's entry is worth by itself, to one paper. rules: fingerprint of those it was made by.
create table assessment (
    paper text not null,
    feed text not null,
    entry_key text not null,
    rules text not null,
    section text not null,
    words text not null,
    parts text not null,
    policies text not null,
    primary key (paper, feed, entry_key)
);
create index assessment_entry on assessment (entry_key);

-- A decision stands for itself. dated: when the story happened. words, parts: JSON.
alter table decision add column title text not null default '';
alter table decision add column link text not null default '';
alter table decision add column feed text not null default '';
alter table decision add column feed_title text not null default '';
alter table decision add column domain text not null default '';
alter table decision add column dated bigint not null default 0;
alter table decision add column words text not null default '[]';
alter table decision add column parts text not null default '{}';

-- What is still known of the stories that were decided on before. Their parts stay unknown.
update decision set
    title = coalesce((select min(ef.title) from entry_feed ef where ef.entry_key = decision.entry_key), ''),
    link = coalesce((select min(ef.link) from entry_feed ef where ef.entry_key = decision.entry_key), decision.entry_key),
    feed = coalesce((select min(ef.feed) from entry_feed ef where ef.entry_key = decision.entry_key), ''),
    feed_title = coalesce((select f.title from feed f
        where f.address = (select min(ef.feed) from entry_feed ef where ef.entry_key = decision.entry_key)), ''),
    dated = coalesce((select case when coalesce(e.published, e.updated) < e.first_seen
            then coalesce(e.published, e.updated) else e.first_seen end
        from entry e where e.entry_key = decision.entry_key), 0);

-- Since when a policy reads as it does, and when it last fitted an entry.
create table policy (
    paper text not null,
    name text not null,
    definition text not null,
    since bigint not null,
    matched bigint,
    primary key (paper, name)
);
