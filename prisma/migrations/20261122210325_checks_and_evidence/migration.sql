-- CreateEnum
CREATE TYPE "finding_source" AS ENUM ('checks', 'evidence');

-- CreateEnum
CREATE TYPE "finding_severity" AS ENUM ('error', 'warning', 'info');

-- CreateEnum
CREATE TYPE "implementation_origin" AS ENUM ('imported', 'typed', 'blueprint', 'model');

-- AlterTable
ALTER TABLE "queue_item" ADD COLUMN     "risk" DOUBLE PRECISION;

-- CreateTable
CREATE TABLE "ir_check" (
    "ir_id" UUID NOT NULL,
    "checks_version" TEXT NOT NULL,
    "risk" DOUBLE PRECISION NOT NULL,
    "risk_reasons" JSONB NOT NULL,
    "error_count" INTEGER NOT NULL,
    "warning_count" INTEGER NOT NULL,
    "info_count" INTEGER NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ir_check_pkey" PRIMARY KEY ("ir_id")
);

-- CreateTable
CREATE TABLE "finding" (
    "ir_id" UUID NOT NULL,
    "source" "finding_source" NOT NULL,
    "seq" INTEGER NOT NULL,
    "check" TEXT NOT NULL,
    "check_version" INTEGER NOT NULL,
    "error_type" TEXT NOT NULL,
    "severity" "finding_severity" NOT NULL,
    "path" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "fix" JSONB,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("ir_id","source","seq")
);

-- CreateTable
CREATE TABLE "finding_dismissal" (
    "id" UUID NOT NULL,
    "sample_id" INTEGER NOT NULL,
    "ir_id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "check" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "finding_sha256" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "finding_dismissal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_recall" (
    "error_type" TEXT NOT NULL,
    "checks_version" TEXT NOT NULL,
    "mutated" INTEGER NOT NULL,
    "caught" INTEGER NOT NULL,
    "measured_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "check_recall_pkey" PRIMARY KEY ("error_type")
);

-- CreateTable
CREATE TABLE "implementation" (
    "id" UUID NOT NULL,
    "prompt_id" INTEGER NOT NULL,
    "origin" "implementation_origin" NOT NULL,
    "source" TEXT NOT NULL,
    "source_sha256" TEXT NOT NULL,
    "author_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "implementation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "prompt_inputs" (
    "prompt_id" INTEGER NOT NULL,
    "inputs" JSONB NOT NULL,

    CONSTRAINT "prompt_inputs_pkey" PRIMARY KEY ("prompt_id")
);

-- CreateTable
CREATE TABLE "ir_evidence" (
    "ir_id" UUID NOT NULL,
    "basis" TEXT NOT NULL,
    "summary" JSONB NOT NULL,
    "error_count" INTEGER NOT NULL,
    "ran_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ir_evidence_pkey" PRIMARY KEY ("ir_id")
);

-- CreateTable
CREATE TABLE "worker_facility" (
    "name" TEXT NOT NULL,
    "is_on" BOOLEAN NOT NULL,
    "detail" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "worker_facility_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "finding_check_ir_id_idx" ON "finding"("check", "ir_id");

-- CreateIndex
CREATE UNIQUE INDEX "finding_dismissal_sample_id_user_id_finding_sha256_key" ON "finding_dismissal"("sample_id", "user_id", "finding_sha256");

-- CreateIndex
CREATE UNIQUE INDEX "implementation_prompt_id_source_sha256_key" ON "implementation"("prompt_id", "source_sha256");

-- AddForeignKey
ALTER TABLE "ir_check" ADD CONSTRAINT "ir_check_ir_id_fkey" FOREIGN KEY ("ir_id") REFERENCES "ir"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_ir_id_fkey" FOREIGN KEY ("ir_id") REFERENCES "ir"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_dismissal" ADD CONSTRAINT "finding_dismissal_sample_id_fkey" FOREIGN KEY ("sample_id") REFERENCES "sample"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_dismissal" ADD CONSTRAINT "finding_dismissal_ir_id_fkey" FOREIGN KEY ("ir_id") REFERENCES "ir"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_dismissal" ADD CONSTRAINT "finding_dismissal_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "implementation" ADD CONSTRAINT "implementation_prompt_id_fkey" FOREIGN KEY ("prompt_id") REFERENCES "prompt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "implementation" ADD CONSTRAINT "implementation_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prompt_inputs" ADD CONSTRAINT "prompt_inputs_prompt_id_fkey" FOREIGN KEY ("prompt_id") REFERENCES "prompt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ir_evidence" ADD CONSTRAINT "ir_evidence_ir_id_fkey" FOREIGN KEY ("ir_id") REFERENCES "ir"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say.

-- The claim reads this index in order: priority first, then what is likely right, then the oldest.
DROP INDEX "queue_item_claim_idx";
CREATE INDEX "queue_item_claim_idx" ON "queue_item" ("priority" DESC, "risk" ASC NULLS LAST, "sample_id") WHERE "state" = 'pending';

-- Also where code forgets it, a score stays a score.
ALTER TABLE "ir_check" ADD CONSTRAINT "ir_check_risk_is_a_share" CHECK ("risk" BETWEEN 0 AND 1);

-- A sweep replaces findings of many IRs at once.
ALTER TABLE "finding" SET (autovacuum_vacuum_scale_factor = 0.05);
