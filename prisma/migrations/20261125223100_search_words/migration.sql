-- Search by words: an inverted index finds what is spelt right, a dictionary of all words finds what was meant, and the
-- trigrams of the whole text find the rest. Reasons: lib/catalog/README.md.

DROP FUNCTION search_tracks(text, int);
DROP INDEX "Track_search_idx";

-- Small letters without accents, words apart by one space. Dots and apostrophes go, so that "2 am" finds "2 a.m.".
-- What separates words is listed, since a database with the locale C takes no letter but a–z for one.
CREATE OR REPLACE FUNCTION search_text(words text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN btrim(regexp_replace(
    lower(public.unaccent('public.unaccent'::regdictionary, normalize(translate(words, '.''’', ''), NFKC))),
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u206f\u3000-\u3004\u3008-\u3020\u30fb]+', ' ', 'g'));

-- Scripts without spaces have every two signs for a word.
CREATE FUNCTION search_words(words text) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS '
    SELECT coalesce(array_agg(word ORDER BY part.at, pair.at), ''{}'')
    FROM regexp_split_to_table(
      regexp_replace(search_text(words), ''([\u0e00-\u0eff\u3005-\u30ff\u3400-\u9fff]+)'', '' \1 '', ''g''), '' +''
    ) WITH ORDINALITY AS part(text, at)
    CROSS JOIN LATERAL (
      SELECT part.text AS word, 1 AS at WHERE part.text !~ ''[\u0e00-\u0eff\u3005-\u30ff\u3400-\u9fff]''
      UNION ALL
      SELECT substr(part.text, i, 2), i FROM generate_series(1, greatest(length(part.text) - 1, 1)) i
      WHERE part.text ~ ''[\u0e00-\u0eff\u3005-\u30ff\u3400-\u9fff]''
    ) pair
    WHERE word <> ''''';

-- A word and what is left of it without one letter: two words that share one of these are one typing error apart.
CREATE FUNCTION search_near(word text) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN ARRAY(
    SELECT word UNION SELECT overlay(word placing '' FROM i FOR 1)
    FROM generate_series(1, length(word)) i WHERE length(word) BETWEEN 3 AND 30);

ALTER TABLE "Track"
  ADD COLUMN "searchTitle" text NOT NULL GENERATED ALWAYS AS (search_text("title")) STORED,
  ADD COLUMN "searchArtist" text NOT NULL GENERATED ALWAYS AS (search_text("artist")) STORED,
  ADD COLUMN "searchWords" tsvector NOT NULL
    GENERATED ALWAYS AS (array_to_tsvector(search_words("title" || ' ' || "artist"))) STORED;

CREATE INDEX "Track_searchWords_idx" ON "Track" USING gin ("searchWords");
CREATE INDEX "Track_search_idx" ON "Track" USING gin (("searchTitle" || ' ' || "searchArtist") gin_trgm_ops);
CREATE INDEX "Track_searchTitle_idx" ON "Track" ("searchTitle" text_pattern_ops);
CREATE INDEX "Track_searchArtist_idx" ON "Track" ("searchArtist" text_pattern_ops);

-- Every word of the catalogue, and its beginnings, so that a typing error shows before the word is complete.
CREATE TABLE "SearchWord" ("word" text PRIMARY KEY);
CREATE INDEX "SearchWord_near_idx" ON "SearchWord" USING gin (search_near("word"));

CREATE FUNCTION search_beginnings(words text[]) RETURNS SETOF text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS '
    SELECT word FROM unnest(words) word WHERE length(word) <= 30
    UNION SELECT left(word, size) FROM unnest(words) word, generate_series(4, least(length(word) - 1, 7)) size';

-- In one order, so that two who add the same words at once wait for each other and never deadlock.
-- What applies migrations cuts them at every semicolon, also within a body: so these are written as \x3b.
CREATE FUNCTION keep_search_words() RETURNS trigger
  LANGUAGE plpgsql
  AS E'
    BEGIN
      INSERT INTO "SearchWord" ("word")
      SELECT DISTINCT word FROM added, search_beginnings(tsvector_to_array(added."searchWords")) word ORDER BY word
      ON CONFLICT DO NOTHING\x3b
      RETURN NULL\x3b
    END';
CREATE TRIGGER "Track_keepSearchWords" AFTER INSERT ON "Track"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_search_words();

INSERT INTO "SearchWord" ("word")
SELECT DISTINCT word FROM "Track" t, search_beginnings(tsvector_to_array(t."searchWords")) word;

-- Every word in any order. The last one, and those of three letters and more, may be only begun.
CREATE FUNCTION search_query(words text) RETURNS tsquery
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS '
    SELECT string_agg(quote_literal(word) || CASE WHEN at = count OR length(word) > 2 THEN '':*'' ELSE '''' END, '' & '')::tsquery
    FROM (SELECT word, at, count(*) OVER () FROM unnest(search_words(words)) WITH ORDINALITY AS word(word, at)) asked';

-- The same with every word that is one typing error away.
CREATE FUNCTION search_near_query(words text) RETURNS tsquery
  LANGUAGE sql STABLE PARALLEL SAFE STRICT
  AS '
    SELECT string_agg(''('' || choice || '')'', '' & '')::tsquery
    FROM (
      SELECT string_agg(quote_literal(meant.word) || CASE WHEN at = count THEN '':*'' ELSE '''' END, '' | '') AS choice
      FROM (SELECT word, at, count(*) OVER () FROM unnest(search_words(words)) WITH ORDINALITY AS word(word, at)) asked
      CROSS JOIN LATERAL (
        SELECT asked.word UNION SELECT s."word" FROM "SearchWord" s WHERE search_near(s."word") && search_near(asked.word)
      ) meant
      GROUP BY at
    ) each';
