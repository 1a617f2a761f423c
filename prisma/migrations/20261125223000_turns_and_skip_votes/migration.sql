-- AlterTable
ALTER TABLE "Stream" ADD COLUMN     "removedBy" UUID,
ADD COLUMN     "removedOrder" INTEGER,
ADD COLUMN     "removedTurn" INTEGER;

-- AlterTable
ALTER TABLE "Room" ADD COLUMN     "turn" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "RoomQueue" ADD COLUMN     "turn" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "SkipVote" (
    "queueId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SkipVote_pkey" PRIMARY KEY ("queueId","memberId")
);

-- CreateIndex
CREATE INDEX "SkipVote_memberId_idx" ON "SkipVote"("memberId");

-- DropIndex
DROP INDEX "RoomQueue_roomId_isPlayed_votes_order_idx";

-- CreateIndex
CREATE INDEX "RoomQueue_roomId_isPlayed_turn_votes_order_idx" ON "RoomQueue"("roomId", "isPlayed", "turn", "votes" DESC, "order");

-- AddForeignKey
ALTER TABLE "SkipVote" ADD CONSTRAINT "SkipVote_queueId_fkey" FOREIGN KEY ("queueId") REFERENCES "RoomQueue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SkipVote" ADD CONSTRAINT "SkipVote_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "RoomMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;
