-- What admins and moderators did: written in the transaction of the deed.
CREATE TABLE "AuditEntry" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,
    "actorName" VARCHAR(40) NOT NULL,
    "action" VARCHAR(40) NOT NULL,
    "targetId" VARCHAR(64) NOT NULL,
    "targetName" VARCHAR(255) NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',
    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "AuditEntry_at_id_idx" ON "AuditEntry"("at" DESC, "id" DESC);
CREATE INDEX "AuditEntry_action_at_idx" ON "AuditEntry"("action", "at" DESC);
CREATE INDEX "AuditEntry_actorId_idx" ON "AuditEntry"("actorId");
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What an upload went through, line by line: [{ at, text }].
ALTER TABLE "Upload" ADD COLUMN "log" JSONB NOT NULL DEFAULT '[]';
CREATE INDEX "Upload_createdAt_id_idx" ON "Upload"("createdAt" DESC, "id" DESC);
CREATE INDEX "User_createdAt_id_idx" ON "User"("createdAt" DESC, "id" DESC);

-- How the product does. Unlogged: written every few seconds by every process, and a crash of the database may take it.
CREATE UNLOGGED TABLE "CacheMinute" (
    "minute" TIMESTAMPTZ(3) NOT NULL,
    "kind" VARCHAR(64) NOT NULL,
    "hits" INTEGER NOT NULL DEFAULT 0,
    "negativeHits" INTEGER NOT NULL DEFAULT 0,
    "misses" INTEGER NOT NULL DEFAULT 0,
    "loads" INTEGER NOT NULL DEFAULT 0,
    "loadFailures" INTEGER NOT NULL DEFAULT 0,
    "refreshes" INTEGER NOT NULL DEFAULT 0,
    "invalidations" INTEGER NOT NULL DEFAULT 0,
    "errors" INTEGER NOT NULL DEFAULT 0,
    "loadMs" DOUBLE PRECISION NOT NULL DEFAULT 0,
    CONSTRAINT "CacheMinute_pkey" PRIMARY KEY ("minute", "kind")
);
CREATE UNLOGGED TABLE "ProcessReport" (
    "id" UUID NOT NULL,
    "name" VARCHAR(20) NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "report" JSONB NOT NULL,
    CONSTRAINT "ProcessReport_pkey" PRIMARY KEY ("id")
);
