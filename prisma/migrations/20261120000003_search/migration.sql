-- Search without accents and case, tolerant of typing errors, as you type.

-- unaccent() alone is not immutable, since its dictionary could change: naming the dictionary makes it safe to index.
-- Dots and apostrophes go, so that "2 am" finds "2 a.m.".
CREATE FUNCTION search_text(words text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN lower(public.unaccent('public.unaccent'::regdictionary, translate(words, '.''’', '')));

DROP INDEX "Track_title_artist_idx";
CREATE INDEX "Track_search_idx" ON "Track" USING gin (search_text("title" || ' ' || "artist") gin_trgm_ops);

-- Every word must begin or resemble a word of title or artist. The longest one is looked up in the index, since it
-- finds the fewest. At 0.4 one wrong, missing or swapped letter of five still matches, and so does any beginning of a word.
CREATE FUNCTION search_tracks(query text, most int) RETURNS TABLE (id uuid, score real)
  LANGUAGE sql STABLE PARALLEL SAFE
  SET pg_trgm.word_similarity_threshold = 0.4
  AS '
    SELECT t.id, total.score + CASE WHEN starts_with(total.haystack, search_text(query)) THEN 1 ELSE 0 END
    FROM "Track" t
    LEFT JOIN "Song" s ON s."trackId" = t.id
    CROSS JOIN LATERAL (
      SELECT search_text(t.title || '' '' || t.artist) AS haystack,
             sum(word_similarity(word, search_text(t.title || '' '' || t.artist)))::real AS score,
             min(word_similarity(word, search_text(t.title || '' '' || t.artist))) AS least
      FROM unnest(string_to_array(search_text(query), '' '')) AS word
    ) total
    WHERE (SELECT word FROM unnest(string_to_array(search_text(query), '' '')) AS word ORDER BY length(word) DESC LIMIT 1)
          <% search_text(t.title || '' '' || t.artist)
      AND total.least >= 0.4
      AND s.status IS DISTINCT FROM ''blocked''
    ORDER BY 2 DESC, t."createdAt" DESC, t.id
    LIMIT most';
