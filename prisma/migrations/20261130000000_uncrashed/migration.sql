-- PostgreSQL empties it when it crashes, and only then (lib/rooms/pass-lost-versions.ts).
CREATE UNLOGGED TABLE "Uncrashed" ("id" BOOLEAN NOT NULL, CONSTRAINT "Uncrashed_pkey" PRIMARY KEY ("id"));
