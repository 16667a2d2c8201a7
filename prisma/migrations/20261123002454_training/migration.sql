-- CreateEnum
CREATE TYPE "split" AS ENUM ('train', 'validation', 'test');

-- CreateEnum
CREATE TYPE "runner_task_kind" AS ENUM ('train', 'evaluate');

-- CreateEnum
CREATE TYPE "runner_task_state" AS ENUM ('waiting', 'running', 'succeeded', 'failed', 'cancelled');

-- CreateTable
CREATE TABLE "dataset" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "title" TEXT NOT NULL,
    "recipe" JSONB NOT NULL,
    "content_sha256" TEXT NOT NULL,
    "system_prompt_sha256" TEXT NOT NULL,
    "item_count" INTEGER NOT NULL,
    "pair_count" INTEGER NOT NULL,
    "summary" JSONB NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dataset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dataset_item" (
    "dataset_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "split" "split" NOT NULL,
    "sample_id" INTEGER NOT NULL,
    "prompt_id" INTEGER NOT NULL,
    "ir_id" UUID NOT NULL,
    "group_key" TEXT NOT NULL,
    "category" TEXT,
    "verdict" TEXT NOT NULL,

    CONSTRAINT "dataset_item_pkey" PRIMARY KEY ("dataset_id","position")
);

-- CreateTable
CREATE TABLE "dataset_pair" (
    "dataset_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "item_position" INTEGER NOT NULL,
    "error_type" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "rejected_raw" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "dataset_pair_pkey" PRIMARY KEY ("dataset_id","seq")
);

-- CreateTable
CREATE TABLE "dataset_file" (
    "dataset_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "byte_count" BIGINT NOT NULL,
    "row_count" INTEGER NOT NULL,

    CONSTRAINT "dataset_file_pkey" PRIMARY KEY ("dataset_id","name")
);

-- CreateTable
CREATE TABLE "runner" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "token_sha256" TEXT NOT NULL,
    "is_local" BOOLEAN NOT NULL DEFAULT false,
    "version" TEXT,
    "hardware" JSONB,
    "registered_at" TIMESTAMPTZ(3),
    "last_seen_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "runner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "runner_task" (
    "id" UUID NOT NULL,
    "kind" "runner_task_kind" NOT NULL,
    "state" "runner_task_state" NOT NULL DEFAULT 'waiting',
    "runner_id" UUID,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "lease_token" INTEGER NOT NULL DEFAULT 0,
    "lease_expires_at" TIMESTAMPTZ(3),
    "cancel_requested_at" TIMESTAMPTZ(3),
    "lost_count" INTEGER NOT NULL DEFAULT 0,
    "config" JSONB NOT NULL,
    "config_sha256" TEXT NOT NULL,
    "phase" TEXT,
    "progress" DOUBLE PRECISION,
    "last_seq" INTEGER NOT NULL DEFAULT 0,
    "last_event_at" TIMESTAMPTZ(3),
    "error" JSONB,
    "report" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "runner_task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "runner_event" (
    "task_id" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "runner_event_pkey" PRIMARY KEY ("task_id","attempt","seq")
);

-- CreateTable
CREATE TABLE "artifact" (
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "byte_count" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "artifact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_run" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "title" TEXT NOT NULL,
    "dataset_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "preset" TEXT NOT NULL,
    "run_key" TEXT NOT NULL,
    "request_key" UUID,
    "adapter_id" UUID,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "training_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "training_run_id" UUID NOT NULL,
    "dataset_id" UUID NOT NULL,
    "split" "split" NOT NULL DEFAULT 'test',
    "adapter_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "look_number" INTEGER NOT NULL,
    "checks_version" TEXT,
    "result" JSONB,
    "scored_at" TIMESTAMPTZ(3),
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evaluation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation_item" (
    "evaluation_id" UUID NOT NULL,
    "dataset_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "model" TEXT NOT NULL,
    "output" TEXT NOT NULL,
    "stop_reason" TEXT,
    "output_tokens" INTEGER,
    "latency_ms" INTEGER,
    "scores" JSONB NOT NULL,
    "error_types" TEXT[],

    CONSTRAINT "evaluation_item_pkey" PRIMARY KEY ("evaluation_id","position","model")
);

-- CreateIndex
CREATE UNIQUE INDEX "dataset_number_key" ON "dataset"("number");

-- CreateIndex
CREATE UNIQUE INDEX "dataset_item_dataset_id_sample_id_key" ON "dataset_item"("dataset_id", "sample_id");

-- CreateIndex
CREATE UNIQUE INDEX "runner_token_sha256_key" ON "runner"("token_sha256");

-- CreateIndex
CREATE INDEX "runner_task_state_created_at_idx" ON "runner_task"("state", "created_at");

-- CreateIndex
CREATE INDEX "runner_event_task_id_type_attempt_seq_idx" ON "runner_event"("task_id", "type", "attempt", "seq");

-- CreateIndex
CREATE INDEX "artifact_task_id_kind_idx" ON "artifact"("task_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "training_run_number_key" ON "training_run"("number");

-- CreateIndex
CREATE UNIQUE INDEX "training_run_task_id_key" ON "training_run"("task_id");

-- CreateIndex
CREATE UNIQUE INDEX "training_run_request_key_key" ON "training_run"("request_key");

-- CreateIndex
CREATE UNIQUE INDEX "training_run_adapter_id_key" ON "training_run"("adapter_id");

-- CreateIndex
CREATE INDEX "training_run_run_key_idx" ON "training_run"("run_key");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_number_key" ON "evaluation"("number");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_task_id_key" ON "evaluation"("task_id");

-- CreateIndex
CREATE INDEX "evaluation_dataset_id_split_idx" ON "evaluation"("dataset_id", "split");

-- AddForeignKey
ALTER TABLE "dataset" ADD CONSTRAINT "dataset_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dataset_item" ADD CONSTRAINT "dataset_item_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dataset_item" ADD CONSTRAINT "dataset_item_sample_id_fkey" FOREIGN KEY ("sample_id") REFERENCES "sample"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dataset_item" ADD CONSTRAINT "dataset_item_prompt_id_fkey" FOREIGN KEY ("prompt_id") REFERENCES "prompt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dataset_item" ADD CONSTRAINT "dataset_item_ir_id_fkey" FOREIGN KEY ("ir_id") REFERENCES "ir"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dataset_pair" ADD CONSTRAINT "dataset_pair_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dataset_file" ADD CONSTRAINT "dataset_file_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "runner" ADD CONSTRAINT "runner_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "runner_task" ADD CONSTRAINT "runner_task_runner_id_fkey" FOREIGN KEY ("runner_id") REFERENCES "runner"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "runner_event" ADD CONSTRAINT "runner_event_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "runner_task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "artifact" ADD CONSTRAINT "artifact_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "runner_task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_run" ADD CONSTRAINT "training_run_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_run" ADD CONSTRAINT "training_run_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "runner_task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_run" ADD CONSTRAINT "training_run_adapter_id_fkey" FOREIGN KEY ("adapter_id") REFERENCES "artifact"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_run" ADD CONSTRAINT "training_run_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_training_run_id_fkey" FOREIGN KEY ("training_run_id") REFERENCES "training_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_adapter_id_fkey" FOREIGN KEY ("adapter_id") REFERENCES "artifact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "runner_task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_item" ADD CONSTRAINT "evaluation_item_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_item" ADD CONSTRAINT "evaluation_item_dataset_id_position_fkey" FOREIGN KEY ("dataset_id", "position") REFERENCES "dataset_item"("dataset_id", "position") ON DELETE RESTRICT ON UPDATE CASCADE;
