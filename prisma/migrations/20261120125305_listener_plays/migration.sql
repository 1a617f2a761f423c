-- CreateTable
CREATE TABLE "StreamPlay" (
    "streamId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL,
    "playedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StreamPlay_pkey" PRIMARY KEY ("streamId","memberId")
);

-- CreateTable
CREATE TABLE "AnalyticsReceipt" (
    "eventId" UUID NOT NULL,
    "day" DATE NOT NULL,

    CONSTRAINT "AnalyticsReceipt_pkey" PRIMARY KEY ("eventId")
);

-- CreateIndex
CREATE INDEX "StreamPlay_memberId_idx" ON "StreamPlay"("memberId");

-- CreateIndex
CREATE INDEX "AnalyticsReceipt_day_idx" ON "AnalyticsReceipt"("day");

-- AddForeignKey
ALTER TABLE "StreamPlay" ADD CONSTRAINT "StreamPlay_streamId_fkey" FOREIGN KEY ("streamId") REFERENCES "Stream"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StreamPlay" ADD CONSTRAINT "StreamPlay_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "RoomMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What rooms have played so far goes on counting, as heard by who added it.
INSERT INTO "StreamPlay" ("streamId", "memberId", "weight", "playedAt")
SELECT "id", "addedBy", "playWeight", "playedAt" FROM "Stream" WHERE "playWeight" IS NOT NULL AND "playedAt" IS NOT NULL;

-- AlterTable
ALTER TABLE "Stream" DROP COLUMN "playWeight",
DROP COLUMN "playedAt";
