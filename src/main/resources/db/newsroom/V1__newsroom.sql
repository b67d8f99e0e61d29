-- What the press remembers. The same text runs on SQLite and PostgreSQL: text, bigint, integer and double precision only.
-- Times are bigint milliseconds since 1970 in UTC; a flag is an integer, 0 or 1; lists are JSON text. Long texts stand last.

-- One run of the press. state: open, printed, failed (it could not print), abandoned (killed and too old to go on).
create table edition (
    id text not null primary key,
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
    unique (day, number)
);
create index edition_state on edition (state);

-- A source. edition: the run whose answer brought the entries that it offers now; place: in the feed list, from 0.
create table feed (
    address text not null primary key,
    title text not null default '',
    place integer not null,
    edition text,
    fetched bigint,
    millis bigint not null default 0
);

-- What became of a feed in a run.
create table feed_report (
    edition text not null,
    feed text not null,
    title text not null,
    status text not null,
    reason text not null,
    http_status integer not null,
    entries integer not null,
    fresh integer not null,
    millis bigint not null,
    primary key (edition, feed)
);

-- What is known about a story, whichever feed said it: the earliest date, the largest statistics.
create table entry (
    entry_key text not null primary key,
    first_seen bigint not null,
    last_seen bigint not null,
    published bigint,
    updated bigint,
    points bigint not null,
    comments bigint not null
);
create index entry_first_seen on entry (first_seen);
create index entry_last_seen on entry (last_seen);

-- A feed's own words for an entry. edition: the last run in which the feed offered it.
create table entry_feed (
    entry_key text not null,
    feed text not null,
    edition text not null,
    place integer not null,
    complete integer not null,
    link text not null,
    comments_link text,
    id text not null,
    title text not null,
    author text not null,
    enclosure text,
    image text,
    categories text not null,
    summary text not null,
    content text not null,
    primary key (entry_key, feed)
);
create index entry_feed_edition on entry_feed (edition, feed);

-- What the editor decided about a fresh entry; place: its order on the run sheet.
create table decision (
    edition text not null,
    entry_key text not null,
    section text not null,
    place integer not null,
    score bigint not null,
    verdict text not null,
    rank integer not null,
    detail text not null,
    primary key (edition, entry_key, section)
);
create index decision_entry on decision (entry_key);

-- Full text, once scraped; no feed ever changes it.
create table article (
    entry_key text not null primary key,
    fetched bigint not null,
    link text not null,
    title text not null,
    author text not null,
    published bigint,
    image text,
    language text not null,
    words integer not null,
    text text not null,
    html text not null
);

-- A page that could not be read, and when it was last tried.
create table article_failure (
    entry_key text not null primary key,
    failed bigint not null,
    link text not null,
    http_status integer not null,
    reason text not null
);

-- What an edition had to do without. what: feed or story.
create table loss (
    edition text not null,
    what text not null,
    link text not null,
    noted bigint not null,
    title text not null,
    reason text not null,
    primary key (edition, what, link)
);

-- The clock of a registrable domain: when it was last sent a request, and until when it asked to be left alone.
create table domain (
    domain text not null primary key,
    last_sent bigint,
    not_before bigint
);
