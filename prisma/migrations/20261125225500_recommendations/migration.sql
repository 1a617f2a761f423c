-- What is like a song: by its artist, of its genre, about as fast.
CREATE INDEX "Track_artist_createdAt_idx" ON "Track"("artist", "createdAt" DESC);
CREATE INDEX "Track_genre_createdAt_idx" ON "Track"("genre", "createdAt" DESC) WHERE "genre" IS NOT NULL;
CREATE INDEX "AudioFeatures_tempo_idx" ON "AudioFeatures"("tempo") WHERE "tempo" IS NOT NULL;
