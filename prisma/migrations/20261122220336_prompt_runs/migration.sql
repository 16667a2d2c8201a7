-- CreateEnum
CREATE TYPE "prompt_run_state" AS ENUM ('waiting', 'running', 'done', 'failed', 'cancelled');

-- AlterEnum
ALTER TYPE "ir_origin" ADD VALUE 'blueprint';

-- AlterTable
ALTER TABLE "prompt" ADD COLUMN     "archived_at" TIMESTAMPTZ(3),
ADD COLUMN     "family" TEXT,
ADD COLUMN     "run_id" UUID,
ADD COLUMN     "slots" JSONB,
ADD COLUMN     "template_id" TEXT;

-- CreateTable
CREATE TABLE "prompt_run" (
    "id" UUID NOT NULL,
    "state" "prompt_run_state" NOT NULL DEFAULT 'waiting',
    "job_id" UUID,
    "seed" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "quotas" JSONB NOT NULL,
    "complexity_mix" JSONB,
    "with_blueprints" BOOLEAN NOT NULL,
    "own_templates" JSONB NOT NULL,
    "done_count" INTEGER NOT NULL DEFAULT 0,
    "created_count" INTEGER NOT NULL DEFAULT 0,
    "refused_count" INTEGER NOT NULL DEFAULT 0,
    "kept_count" INTEGER NOT NULL DEFAULT 0,
    "sample_count" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "prompt_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "prompt_refusal" (
    "run_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "template_id" TEXT NOT NULL,
    "similarity" DOUBLE PRECISION NOT NULL,
    "nearest_prompt_id" INTEGER NOT NULL,

    CONSTRAINT "prompt_refusal_pkey" PRIMARY KEY ("run_id","seq")
);

-- CreateTable
CREATE TABLE "own_template" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "draft" JSONB NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "own_template_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "prompt_run_job_id_key" ON "prompt_run"("job_id");

-- CreateIndex
CREATE INDEX "prompt_refusal_nearest_prompt_id_idx" ON "prompt_refusal"("nearest_prompt_id");

-- CreateIndex
CREATE INDEX "prompt_run_id_idx" ON "prompt"("run_id");

-- CreateIndex
CREATE INDEX "prompt_family_idx" ON "prompt"("family");

-- AddForeignKey
ALTER TABLE "prompt" ADD CONSTRAINT "prompt_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "prompt_run"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prompt_run" ADD CONSTRAINT "prompt_run_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prompt_refusal" ADD CONSTRAINT "prompt_refusal_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "prompt_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prompt_refusal" ADD CONSTRAINT "prompt_refusal_nearest_prompt_id_fkey" FOREIGN KEY ("nearest_prompt_id") REFERENCES "prompt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_template" ADD CONSTRAINT "own_template_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
