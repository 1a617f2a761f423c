-- A closed room outlives its host's account.
ALTER TABLE "Room" DROP CONSTRAINT "Room_hostId_fkey";
ALTER TABLE "Room" ALTER COLUMN "hostId" DROP NOT NULL;
ALTER TABLE "Room" ADD CONSTRAINT "Room_hostId_fkey" FOREIGN KEY ("hostId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Room" ADD CONSTRAINT "Room_host_check" CHECK ("hostId" IS NOT NULL OR "closedAt" IS NOT NULL);

-- AlterTable
ALTER TABLE "Playlist" ADD COLUMN "coverColour" JSONB;

-- What an account's export and its end look for.
CREATE INDEX "SongAnalytics_userId_idx" ON "SongAnalytics"("userId");

-- The engine splits this file at every semicolon, so the one in the text is written as \x3b.
-- How an imported list names a song: without case, accents, spaces and marks, so that "Café del Mar!" is "cafe del mar".
CREATE FUNCTION match_text(words text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN lower(translate(public.unaccent('public.unaccent'::regdictionary, words),
    E' .,:\x3b!?\'"’‘“”`´-–—_/\\|()[]{}<>&+*#@~^$%=', ''));

-- Hashes of any length, where a b-tree refuses long ones.
CREATE INDEX "Track_match_idx" ON "Track" USING hash ((match_text("title") || '/' || match_text("artist")));
