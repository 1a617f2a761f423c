-- Trigram search, and search without accents.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "UserRole" AS ENUM ('user', 'moderator', 'admin');

-- CreateEnum
CREATE TYPE "TrackSource" AS ENUM ('upload', 'youtube', 'spotify');

-- CreateEnum
CREATE TYPE "SongStatus" AS ENUM ('uploaded', 'processing', 'ready', 'failed', 'blocked');

-- CreateEnum
CREATE TYPE "UploadStatus" AS ENUM ('pending', 'stored', 'processing', 'done', 'failed');

-- CreateEnum
CREATE TYPE "MemberRole" AS ENUM ('host', 'moderator', 'listener');

-- CreateEnum
CREATE TYPE "AnalyticsEvent" AS ENUM ('play', 'preview', 'download', 'skip');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" VARCHAR(254) NOT NULL,
    "username" VARCHAR(32) NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "displayName" VARCHAR(40) NOT NULL,
    "role" "UserRole" NOT NULL DEFAULT 'user',
    "avatarUrl" VARCHAR(512),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeviceSession" (
    "userId" UUID NOT NULL,
    "deviceId" UUID NOT NULL,
    "refreshTokenHash" TEXT NOT NULL,
    "previousTokenHash" TEXT,
    "rotatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "userAgent" VARCHAR(512) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DeviceSession_pkey" PRIMARY KEY ("userId","deviceId")
);

-- CreateTable
CREATE TABLE "UserPreferences" (
    "userId" UUID NOT NULL,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "favoriteArtists" TEXT[],
    "favoriteGenres" TEXT[],
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "UserPreferences_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "Track" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "source" "TrackSource" NOT NULL,
    "sourceId" VARCHAR(128) NOT NULL,
    "title" VARCHAR(255) NOT NULL,
    "artist" VARCHAR(255) NOT NULL,
    "album" VARCHAR(255),
    "genre" VARCHAR(50),
    "durationMs" INTEGER NOT NULL,
    "isrc" VARCHAR(12),
    "thumbnailUrl" VARCHAR(512),
    "raw" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Track_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AudioFeatures" (
    "trackId" UUID NOT NULL,
    "tempo" DOUBLE PRECISION,
    "energy" DOUBLE PRECISION,
    "danceability" DOUBLE PRECISION,
    "valence" DOUBLE PRECISION,
    "acousticness" DOUBLE PRECISION,
    "instrumentalness" DOUBLE PRECISION,
    "liveness" DOUBLE PRECISION,
    "loudness" DOUBLE PRECISION,
    "speechiness" DOUBLE PRECISION,
    "key" INTEGER,
    "mode" INTEGER,
    "timeSignature" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AudioFeatures_pkey" PRIMARY KEY ("trackId")
);

-- CreateTable
CREATE TABLE "Song" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "trackId" UUID,
    "uploaderId" UUID,
    "title" VARCHAR(255) NOT NULL,
    "artist" VARCHAR(255) NOT NULL,
    "album" VARCHAR(255),
    "genre" VARCHAR(50),
    "durationMs" INTEGER,
    "status" "SongStatus" NOT NULL DEFAULT 'uploaded',
    "failure" TEXT,
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "storageKeys" JSONB,
    "coverImageKey" VARCHAR(255),
    "loudness" DOUBLE PRECISION,
    "peaks" SMALLINT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Song_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Upload" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "userId" UUID,
    "songId" UUID,
    "fileName" VARCHAR(255) NOT NULL,
    "originalSize" BIGINT NOT NULL,
    "mimeType" VARCHAR(100),
    "jobId" VARCHAR(100),
    "status" "UploadStatus" NOT NULL DEFAULT 'pending',
    "progress" SMALLINT NOT NULL DEFAULT 0,
    "failure" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Room" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" CHAR(6) NOT NULL,
    "name" VARCHAR(60) NOT NULL,
    "hostId" UUID NOT NULL,
    "isPublic" BOOLEAN NOT NULL DEFAULT false,
    "isPlaying" BOOLEAN NOT NULL DEFAULT false,
    "currentQueueId" UUID,
    "position" INTEGER NOT NULL DEFAULT 0,
    "positionAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 0,
    "nextOrder" INTEGER NOT NULL DEFAULT 0,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "lockedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Room_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoomMember" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "roomId" UUID NOT NULL,
    "userId" UUID,
    "guestId" UUID,
    "personId" UUID NOT NULL,
    "displayName" VARCHAR(40) NOT NULL,
    "role" "MemberRole" NOT NULL DEFAULT 'listener',
    "joinedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "leftAt" TIMESTAMPTZ(3),
    "bannedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RoomMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Stream" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "roomId" UUID NOT NULL,
    "trackId" UUID NOT NULL,
    "extractedId" VARCHAR(128) NOT NULL,
    "addedBy" UUID NOT NULL,
    "addWeight" DOUBLE PRECISION NOT NULL,
    "playWeight" DOUBLE PRECISION,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "playedAt" TIMESTAMPTZ(3),
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Stream_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Upvote" (
    "streamId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Upvote_pkey" PRIMARY KEY ("streamId","memberId")
);

-- CreateTable
CREATE TABLE "RoomQueue" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "roomId" UUID NOT NULL,
    "streamId" UUID NOT NULL,
    "order" INTEGER NOT NULL,
    "votes" INTEGER NOT NULL DEFAULT 0,
    "addedBy" UUID NOT NULL,
    "isPlayed" BOOLEAN NOT NULL DEFAULT false,
    "playedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RoomQueue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UserRoomStats" (
    "userId" UUID NOT NULL,
    "roomId" UUID NOT NULL,
    "totalAdded" INTEGER NOT NULL DEFAULT 0,
    "totalLikesGot" INTEGER NOT NULL DEFAULT 0,
    "totalLikesGiven" INTEGER NOT NULL DEFAULT 0,
    "lastUpdated" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "UserRoomStats_pkey" PRIMARY KEY ("userId","roomId")
);

-- CreateTable
CREATE TABLE "RoomStreamTrending" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "roomId" UUID NOT NULL,
    "streamId" UUID NOT NULL,
    "trackId" UUID NOT NULL,
    "extractedId" VARCHAR(128) NOT NULL,
    "recentUpvotes" INTEGER NOT NULL DEFAULT 0,
    "recentPlays" INTEGER NOT NULL DEFAULT 0,
    "trendingScore" DOUBLE PRECISION,
    "windowStart" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUpdated" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RoomStreamTrending_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrackTrending" (
    "trackId" UUID NOT NULL,
    "recentUpvotes" INTEGER NOT NULL DEFAULT 0,
    "recentPlays" INTEGER NOT NULL DEFAULT 0,
    "trendingScore" DOUBLE PRECISION,
    "windowStart" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUpdated" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TrackTrending_pkey" PRIMARY KEY ("trackId")
);

-- CreateTable
CREATE TABLE "TrackDailyPlays" (
    "day" DATE NOT NULL,
    "trackId" UUID NOT NULL,
    "plays" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "TrackDailyPlays_pkey" PRIMARY KEY ("day","trackId")
);

-- CreateTable: its monthly partitions are made by prisma/partitions.mjs
CREATE TABLE "SongAnalytics" (
    "id" BIGSERIAL NOT NULL,
    "eventId" UUID NOT NULL,
    "trackId" UUID NOT NULL,
    "userId" UUID,
    "event" "AnalyticsEvent" NOT NULL,
    "deviceInfo" JSONB,
    "timestamp" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SongAnalytics_pkey" PRIMARY KEY ("id","timestamp")
) PARTITION BY RANGE ("timestamp");

-- CreateTable
CREATE TABLE "Playlist" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "userId" UUID NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "description" TEXT,
    "isPublic" BOOLEAN NOT NULL DEFAULT false,
    "coverImageKey" VARCHAR(255),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Playlist_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlaylistTrack" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "playlistId" UUID NOT NULL,
    "trackId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PlaylistTrack_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LikedTrack" (
    "userId" UUID NOT NULL,
    "trackId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LikedTrack_pkey" PRIMARY KEY ("userId","trackId")
);

-- CreateTable
CREATE TABLE "Review" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "userId" UUID NOT NULL,
    "trackId" UUID NOT NULL,
    "rating" SMALLINT NOT NULL,
    "text" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Track_createdAt_idx" ON "Track"("createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Track_source_sourceId_key" ON "Track"("source", "sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "Song_trackId_key" ON "Song"("trackId");

-- CreateIndex
CREATE INDEX "Song_status_idx" ON "Song"("status");

-- CreateIndex
CREATE INDEX "Song_uploaderId_idx" ON "Song"("uploaderId");

-- CreateIndex
CREATE INDEX "Song_createdAt_idx" ON "Song"("createdAt" DESC);

-- CreateIndex
CREATE INDEX "Upload_userId_createdAt_idx" ON "Upload"("userId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Upload_songId_idx" ON "Upload"("songId");

-- CreateIndex
CREATE INDEX "Upload_jobId_idx" ON "Upload"("jobId");

-- CreateIndex
CREATE UNIQUE INDEX "Room_code_key" ON "Room"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Room_currentQueueId_key" ON "Room"("currentQueueId");

-- CreateIndex
CREATE INDEX "Room_hostId_idx" ON "Room"("hostId");

-- CreateIndex
CREATE INDEX "RoomMember_userId_joinedAt_idx" ON "RoomMember"("userId", "joinedAt" DESC);

-- CreateIndex
CREATE INDEX "RoomMember_guestId_idx" ON "RoomMember"("guestId");

-- CreateIndex
CREATE UNIQUE INDEX "RoomMember_roomId_personId_key" ON "RoomMember"("roomId", "personId");

-- CreateIndex
CREATE INDEX "Stream_roomId_trackId_idx" ON "Stream"("roomId", "trackId");

-- CreateIndex
CREATE INDEX "Stream_addedBy_idx" ON "Stream"("addedBy");

-- CreateIndex
CREATE INDEX "Stream_trackId_idx" ON "Stream"("trackId");

-- CreateIndex
CREATE INDEX "Upvote_memberId_idx" ON "Upvote"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "RoomQueue_streamId_key" ON "RoomQueue"("streamId");

-- CreateIndex
CREATE INDEX "RoomQueue_roomId_isPlayed_votes_order_idx" ON "RoomQueue"("roomId", "isPlayed", "votes" DESC, "order");

-- CreateIndex
CREATE INDEX "RoomQueue_roomId_playedAt_idx" ON "RoomQueue"("roomId", "playedAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "UserRoomStats_roomId_userId_key" ON "UserRoomStats"("roomId", "userId");

-- CreateIndex
CREATE INDEX "RoomStreamTrending_roomId_trendingScore_idx" ON "RoomStreamTrending"("roomId", "trendingScore" DESC NULLS LAST);

-- CreateIndex
CREATE INDEX "RoomStreamTrending_streamId_idx" ON "RoomStreamTrending"("streamId");

-- CreateIndex
CREATE UNIQUE INDEX "RoomStreamTrending_roomId_trackId_key" ON "RoomStreamTrending"("roomId", "trackId");

-- CreateIndex
CREATE INDEX "TrackTrending_trendingScore_idx" ON "TrackTrending"("trendingScore" DESC NULLS LAST);

-- CreateIndex
CREATE INDEX "TrackDailyPlays_day_plays_idx" ON "TrackDailyPlays"("day", "plays" DESC);

-- CreateIndex
CREATE INDEX "SongAnalytics_trackId_event_idx" ON "SongAnalytics"("trackId", "event");

-- CreateIndex
CREATE INDEX "SongAnalytics_timestamp_idx" ON "SongAnalytics"("timestamp");

-- CreateIndex
CREATE UNIQUE INDEX "SongAnalytics_eventId_timestamp_key" ON "SongAnalytics"("eventId", "timestamp");

-- CreateIndex
CREATE INDEX "Playlist_userId_updatedAt_idx" ON "Playlist"("userId", "updatedAt" DESC);

-- CreateIndex
CREATE INDEX "PlaylistTrack_trackId_idx" ON "PlaylistTrack"("trackId");

-- CreateIndex
CREATE INDEX "LikedTrack_userId_createdAt_idx" ON "LikedTrack"("userId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "LikedTrack_trackId_idx" ON "LikedTrack"("trackId");

-- CreateIndex
CREATE INDEX "Review_trackId_createdAt_idx" ON "Review"("trackId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Review_userId_trackId_key" ON "Review"("userId", "trackId");

-- AddForeignKey
ALTER TABLE "DeviceSession" ADD CONSTRAINT "DeviceSession_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UserPreferences" ADD CONSTRAINT "UserPreferences_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AudioFeatures" ADD CONSTRAINT "AudioFeatures_trackId_fkey" FOREIGN KEY ("trackId") REFERENCES "Track"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Song" ADD CONSTRAINT "Song_trackId_fkey" FOREIGN KEY ("trackId") REFERENCES "Track"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Song" ADD CONSTRAINT "Song_uploaderId_fkey" FOREIGN KEY ("uploaderId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Upload" ADD CONSTRAINT "Upload_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Upload" ADD CONSTRAINT "Upload_songId_fkey" FOREIGN KEY ("songId") REFERENCES "Song"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Room" ADD CONSTRAINT "Room_hostId_fkey" FOREIGN KEY ("hostId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Room" ADD CONSTRAINT "Room_currentQueueId_fkey" FOREIGN KEY ("currentQueueId") REFERENCES "RoomQueue"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoomMember" ADD CONSTRAINT "RoomMember_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoomMember" ADD CONSTRAINT "RoomMember_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Stream" ADD CONSTRAINT "Stream_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Stream" ADD CONSTRAINT "Stream_trackId_fkey" FOREIGN KEY ("trackId") REFERENCES "Track"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Stream" ADD CONSTRAINT "Stream_addedBy_fkey" FOREIGN KEY ("addedBy") REFERENCES "RoomMember"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Upvote" ADD CONSTRAINT "Upvote_streamId_fkey" FOREIGN KEY ("streamId") REFERENCES "Stream"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Upvote" ADD CONSTRAINT "Upvote_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "RoomMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoomQueue" ADD CONSTRAINT "RoomQueue_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoomQueue" ADD CONSTRAINT "RoomQueue_streamId_fkey" FOREIGN KEY ("streamId") REFERENCES "Stream"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoomQueue" ADD CONSTRAINT "RoomQueue_addedBy_fkey" FOREIGN KEY ("addedBy") REFERENCES "RoomMember"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UserRoomStats" ADD CONSTRAINT "UserRoomStats_roomId_userId_fkey" FOREIGN KEY ("roomId", "userId") REFERENCES "RoomMember"("roomId", "personId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UserRoomStats" ADD CONSTRAINT "UserRoomStats_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoomStreamTrending" ADD CONSTRAINT "RoomStreamTrending_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoomStreamTrending" ADD CONSTRAINT "RoomStreamTrending_streamId_fkey" FOREIGN KEY ("streamId") REFERENCES "Stream"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoomStreamTrending" ADD CONSTRAINT "RoomStreamTrending_trackId_fkey" FOREIGN KEY ("trackId") REFERENCES "Track"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrackTrending" ADD CONSTRAINT "TrackTrending_trackId_fkey" FOREIGN KEY ("trackId") REFERENCES "Track"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrackDailyPlays" ADD CONSTRAINT "TrackDailyPlays_trackId_fkey" FOREIGN KEY ("trackId") REFERENCES "Track"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SongAnalytics" ADD CONSTRAINT "SongAnalytics_trackId_fkey" FOREIGN KEY ("trackId") REFERENCES "Track"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SongAnalytics" ADD CONSTRAINT "SongAnalytics_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Playlist" ADD CONSTRAINT "Playlist_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlaylistTrack" ADD CONSTRAINT "PlaylistTrack_playlistId_fkey" FOREIGN KEY ("playlistId") REFERENCES "Playlist"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlaylistTrack" ADD CONSTRAINT "PlaylistTrack_trackId_fkey" FOREIGN KEY ("trackId") REFERENCES "Track"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LikedTrack" ADD CONSTRAINT "LikedTrack_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LikedTrack" ADD CONSTRAINT "LikedTrack_trackId_fkey" FOREIGN KEY ("trackId") REFERENCES "Track"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_trackId_fkey" FOREIGN KEY ("trackId") REFERENCES "Track"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the Prisma schema cannot say.

-- One account per e-mail address and username, whatever the case.
CREATE UNIQUE INDEX "User_email_key" ON "User" (lower("email"));
CREATE UNIQUE INDEX "User_username_key" ON "User" (lower("username"));

-- Fuzzy search (B3).
CREATE INDEX "Track_title_artist_idx" ON "Track" USING gin (("title" || ' ' || "artist") gin_trgm_ops);
CREATE INDEX "Song_title_artist_idx" ON "Song" USING gin (("title" || ' ' || "artist") gin_trgm_ops);

-- A reorder may pass through equal positions before it commits.
ALTER TABLE "PlaylistTrack" ADD CONSTRAINT "PlaylistTrack_playlistId_position_key"
  UNIQUE ("playlistId", "position") DEFERRABLE INITIALLY IMMEDIATE;
CREATE INDEX "Playlist_public_idx" ON "Playlist" ("updatedAt" DESC) WHERE "isPublic";
CREATE INDEX "Room_public_idx" ON "Room" ("createdAt" DESC) WHERE "isPublic" AND "closedAt" IS NULL;

ALTER TABLE "Room"
  ADD CONSTRAINT "Room_code_check" CHECK ("code" ~ '^[A-HJ-NP-Z2-9]{6}$'),
  ADD CONSTRAINT "Room_position_check" CHECK ("position" >= 0);
ALTER TABLE "RoomMember"
  ADD CONSTRAINT "RoomMember_person_check"
    CHECK (num_nonnulls("userId", "guestId") = 1 AND "personId" = coalesce("userId", "guestId"));
CREATE UNIQUE INDEX "RoomMember_host_key" ON "RoomMember" ("roomId") WHERE "role" = 'host';
ALTER TABLE "RoomQueue" ADD CONSTRAINT "RoomQueue_votes_check" CHECK ("votes" >= 0);
ALTER TABLE "Track" ADD CONSTRAINT "Track_durationMs_check" CHECK ("durationMs" > 0);
ALTER TABLE "Song" ADD CONSTRAINT "Song_ready_check" CHECK ("status" <> 'ready' OR "trackId" IS NOT NULL);
ALTER TABLE "Upload"
  ADD CONSTRAINT "Upload_originalSize_check" CHECK ("originalSize" >= 0),
  ADD CONSTRAINT "Upload_progress_check" CHECK ("progress" BETWEEN 0 AND 100);
ALTER TABLE "Review" ADD CONSTRAINT "Review_rating_check" CHECK ("rating" BETWEEN 1 AND 5);
ALTER TABLE "UserRoomStats"
  ADD CONSTRAINT "UserRoomStats_totals_check"
    CHECK ("totalAdded" >= 0 AND "totalLikesGot" >= 0 AND "totalLikesGiven" >= 0);
ALTER TABLE "RoomStreamTrending"
  ADD CONSTRAINT "RoomStreamTrending_counts_check" CHECK ("recentUpvotes" >= 0 AND "recentPlays" >= 0);
ALTER TABLE "TrackTrending"
  ADD CONSTRAINT "TrackTrending_counts_check" CHECK ("recentUpvotes" >= 0 AND "recentPlays" >= 0);
ALTER TABLE "TrackDailyPlays" ADD CONSTRAINT "TrackDailyPlays_plays_check" CHECK ("plays" >= 0);

-- Rows that every like rewrites: room on the page lets PostgreSQL update them in place (HOT).
ALTER TABLE "Room" SET (fillfactor = 50);
ALTER TABLE "UserRoomStats" SET (fillfactor = 50);
ALTER TABLE "RoomStreamTrending" SET (fillfactor = 70);
ALTER TABLE "RoomQueue" SET (fillfactor = 70);
