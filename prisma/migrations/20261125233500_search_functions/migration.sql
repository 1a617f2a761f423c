-- The same functions with every name bound when they are made: a dump is restored with an empty search_path, and the
-- columns that they fill are computed then.
CREATE OR REPLACE FUNCTION search_words(words text) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN (
    SELECT coalesce(array_agg(word ORDER BY part.at, pair.at), '{}')
    FROM regexp_split_to_table(
      regexp_replace(search_text(words), '([\u0e00-\u0eff\u3005-\u30ff\u3400-\u9fff]+)', ' \1 ', 'g'), ' +'
    ) WITH ORDINALITY AS part(text, at)
    CROSS JOIN LATERAL (
      SELECT part.text AS word, 1 AS at WHERE part.text !~ '[\u0e00-\u0eff\u3005-\u30ff\u3400-\u9fff]'
      UNION ALL
      SELECT substr(part.text, i, 2), i FROM generate_series(1, greatest(length(part.text) - 1, 1)) i
      WHERE part.text ~ '[\u0e00-\u0eff\u3005-\u30ff\u3400-\u9fff]'
    ) pair
    WHERE word <> '');

CREATE OR REPLACE FUNCTION search_query(words text) RETURNS tsquery
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN (
    SELECT string_agg(quote_literal(word) || CASE WHEN at = count OR length(word) > 2 THEN ':*' ELSE '' END, ' & ')::tsquery
    FROM (SELECT word, at, count(*) OVER () FROM unnest(search_words(words)) WITH ORDINALITY AS word(word, at)) asked);

CREATE OR REPLACE FUNCTION search_near_query(words text) RETURNS tsquery
  LANGUAGE sql STABLE PARALLEL SAFE STRICT
  RETURN (
    SELECT string_agg('(' || choice || ')', ' & ')::tsquery
    FROM (
      SELECT string_agg(quote_literal(meant.word) || CASE WHEN at = count THEN ':*' ELSE '' END, ' | ') AS choice
      FROM (SELECT word, at, count(*) OVER () FROM unnest(search_words(words)) WITH ORDINALITY AS word(word, at)) asked
      CROSS JOIN LATERAL (
        SELECT asked.word UNION SELECT s."word" FROM "SearchWord" s WHERE search_near(s."word") && search_near(asked.word)
      ) meant
      GROUP BY at
    ) each);

CREATE OR REPLACE FUNCTION keep_search_words() RETURNS trigger
  LANGUAGE plpgsql
  AS E'
    BEGIN
      INSERT INTO public."SearchWord" ("word")
      SELECT DISTINCT word FROM added, public.search_beginnings(tsvector_to_array(added."searchWords")) word ORDER BY word
      ON CONFLICT DO NOTHING\x3b
      RETURN NULL\x3b
    END';
