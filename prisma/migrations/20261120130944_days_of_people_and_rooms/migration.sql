-- CreateTable
CREATE TABLE "UserDailyStats" (
    "userId" UUID NOT NULL,
    "roomId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "added" INTEGER NOT NULL DEFAULT 0,
    "likesGot" INTEGER NOT NULL DEFAULT 0,
    "likesGiven" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "UserDailyStats_pkey" PRIMARY KEY ("userId","day","roomId")
);

-- CreateTable
CREATE TABLE "RoomDailyStats" (
    "roomId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "added" INTEGER NOT NULL DEFAULT 0,
    "likes" INTEGER NOT NULL DEFAULT 0,
    "plays" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "RoomDailyStats_pkey" PRIMARY KEY ("roomId","day")
);

-- AddForeignKey
ALTER TABLE "UserDailyStats" ADD CONSTRAINT "UserDailyStats_roomId_userId_fkey" FOREIGN KEY ("roomId", "userId") REFERENCES "RoomMember"("roomId", "personId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoomDailyStats" ADD CONSTRAINT "RoomDailyStats_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The days of what is there already.
INSERT INTO "UserDailyStats" ("userId", "day", "roomId", "added", "likesGot", "likesGiven")
SELECT m."personId", e."day", m."roomId", sum(e."added"), sum(e."got"), sum(e."given") FROM (
  SELECT "addedBy" AS "memberId", ("createdAt" AT TIME ZONE 'UTC')::date AS "day", 1 AS "added", 0 AS "got", 0 AS "given"
  FROM "Stream" WHERE "removedAt" IS NULL
  UNION ALL SELECT s."addedBy", (u."createdAt" AT TIME ZONE 'UTC')::date, 0, 1, 0
  FROM "Upvote" u JOIN "Stream" s ON s."id" = u."streamId" AND s."removedAt" IS NULL
  UNION ALL SELECT u."memberId", (u."createdAt" AT TIME ZONE 'UTC')::date, 0, 0, 1
  FROM "Upvote" u JOIN "Stream" s ON s."id" = u."streamId" AND s."removedAt" IS NULL
) e JOIN "RoomMember" m ON m."id" = e."memberId" GROUP BY 1, 2, 3;

INSERT INTO "RoomDailyStats" ("roomId", "day", "added", "likes", "plays")
SELECT e."roomId", e."day", sum(e."added"), sum(e."likes"), sum(e."plays") FROM (
  SELECT "roomId", ("createdAt" AT TIME ZONE 'UTC')::date AS "day", 1 AS "added", 0 AS "likes", 0 AS "plays"
  FROM "Stream" WHERE "removedAt" IS NULL
  UNION ALL SELECT s."roomId", (u."createdAt" AT TIME ZONE 'UTC')::date, 0, 1, 0
  FROM "Upvote" u JOIN "Stream" s ON s."id" = u."streamId" AND s."removedAt" IS NULL
  UNION ALL SELECT s."roomId", (p."playedAt" AT TIME ZONE 'UTC')::date, 0, 0, 1
  FROM "StreamPlay" p JOIN "Stream" s ON s."id" = p."streamId" AND s."removedAt" IS NULL
) e GROUP BY 1, 2;
