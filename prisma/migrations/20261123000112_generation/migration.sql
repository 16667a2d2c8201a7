-- CreateEnum
CREATE TYPE "generation_run_state" AS ENUM ('waiting', 'running', 'paused', 'done', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "generation_purpose" AS ENUM ('irs', 'variations');

-- CreateEnum
CREATE TYPE "generation_producer" AS ENUM ('anthropic', 'openai_compatible', 'blueprint');

-- CreateEnum
CREATE TYPE "generation_mode" AS ENUM ('direct', 'batch');

-- CreateEnum
CREATE TYPE "doubt_policy" AS ENUM ('retry', 'hold');

-- CreateEnum
CREATE TYPE "generation_item_state" AS ENUM ('waiting', 'running', 'done', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "llm_call_state" AS ENUM ('planned', 'sending', 'received', 'settled', 'in_doubt');

-- CreateEnum
CREATE TYPE "llm_call_outcome" AS ENUM ('ok', 'invalid', 'refused', 'truncated', 'timeout', 'connection_lost', 'rate_limited', 'overloaded', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "llm_batch_state" AS ENUM ('creating', 'submitted', 'done', 'failed');

-- AlterEnum
ALTER TYPE "ir_origin" ADD VALUE 'generated';

-- AlterTable
ALTER TABLE "prompt" ADD COLUMN     "generation_run_id" UUID,
ADD COLUMN     "parent_id" INTEGER;

-- AlterTable
ALTER TABLE "ir" ADD COLUMN     "model" TEXT,
ADD COLUMN     "prompt_version" TEXT,
ADD COLUMN     "provider" TEXT;

-- CreateTable
CREATE TABLE "generation_run" (
    "id" UUID NOT NULL,
    "purpose" "generation_purpose" NOT NULL DEFAULT 'irs',
    "state" "generation_run_state" NOT NULL DEFAULT 'waiting',
    "producer" "generation_producer" NOT NULL,
    "endpoint_id" UUID,
    "model" TEXT,
    "effort" TEXT,
    "mode" "generation_mode" NOT NULL DEFAULT 'direct',
    "candidates_per_prompt" INTEGER NOT NULL DEFAULT 1,
    "repair_turns" INTEGER NOT NULL DEFAULT 0,
    "variations_per_prompt" INTEGER,
    "few_shot_set_id" UUID,
    "on_doubt" "doubt_policy" NOT NULL DEFAULT 'retry',
    "max_in_flight" INTEGER NOT NULL DEFAULT 8,
    "filter" JSONB NOT NULL,
    "prompt_version" TEXT,
    "budget_nano_usd" BIGINT,
    "spent_nano_usd" BIGINT NOT NULL DEFAULT 0,
    "reserved_nano_usd" BIGINT NOT NULL DEFAULT 0,
    "item_count" INTEGER NOT NULL DEFAULT 0,
    "stop_reason" TEXT,
    "error" TEXT,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "generation_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "generation_item" (
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "prompt_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "state" "generation_item_state" NOT NULL DEFAULT 'waiting',
    "claim_job_id" UUID,
    "claim_token" INTEGER,
    "run_after" TIMESTAMPTZ(3),
    "round" INTEGER NOT NULL DEFAULT 1,
    "failure" TEXT,
    "failure_message" TEXT,
    "sample_id" INTEGER,
    "created_count" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "generation_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "llm_call" (
    "id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "run_id" UUID,
    "item_id" UUID,
    "round" INTEGER NOT NULL DEFAULT 1,
    "slot" INTEGER NOT NULL DEFAULT 0,
    "turn" INTEGER NOT NULL DEFAULT 0,
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "provider" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "request_sha256" TEXT NOT NULL,
    "state" "llm_call_state" NOT NULL DEFAULT 'planned',
    "outcome" "llm_call_outcome",
    "batch_id" UUID,
    "request_id" TEXT,
    "http_status" INTEGER,
    "stop_reason" TEXT,
    "response_raw" TEXT,
    "error" TEXT,
    "input_tokens" INTEGER,
    "cache_write_5m_tokens" INTEGER,
    "cache_write_1h_tokens" INTEGER,
    "cache_read_tokens" INTEGER,
    "output_tokens" INTEGER,
    "reserved_nano_usd" BIGINT,
    "cost_nano_usd" BIGINT,
    "latency_ms" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "llm_call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "llm_batch" (
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "provider_batch_id" TEXT,
    "state" "llm_batch_state" NOT NULL DEFAULT 'creating',
    "request_count" INTEGER NOT NULL,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "checked_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "llm_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "candidate" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "call_id" UUID,
    "round" INTEGER NOT NULL DEFAULT 1,
    "slot" INTEGER NOT NULL,
    "turn" INTEGER NOT NULL,
    "raw" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "is_schema_valid" BOOLEAN NOT NULL,
    "error_count" INTEGER NOT NULL,
    "warning_count" INTEGER NOT NULL,
    "info_count" INTEGER NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "score_reasons" JSONB NOT NULL,
    "is_chosen" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "candidate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "few_shot_set" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "recipe" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "archived_at" TIMESTAMPTZ(3),
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "few_shot_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "few_shot_example" (
    "set_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "sample_id" INTEGER NOT NULL,
    "ir_id" UUID NOT NULL,
    "category" TEXT,

    CONSTRAINT "few_shot_example_pkey" PRIMARY KEY ("set_id","position")
);

-- CreateTable
CREATE TABLE "llm_model" (
    "id" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "prices" JSONB,
    "priced_on" DATE,
    "edited_by_id" TEXT,
    "lifecycle" TEXT NOT NULL DEFAULT 'unknown',
    "retires_at" TIMESTAMPTZ(3),
    "max_tokens" INTEGER,
    "looked_at" TIMESTAMPTZ(3),

    CONSTRAINT "llm_model_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provider_key" (
    "provider" TEXT NOT NULL,
    "ciphertext" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "provider_key_pkey" PRIMARY KEY ("provider")
);

-- CreateTable
CREATE TABLE "provider_check" (
    "subject" TEXT NOT NULL,
    "key_source" TEXT NOT NULL,
    "is_ok" BOOLEAN,
    "message" TEXT,
    "checked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "provider_check_pkey" PRIMARY KEY ("subject")
);

-- CreateTable
CREATE TABLE "producer_endpoint" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "base_url" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "ciphertext" TEXT,
    "hint" TEXT,
    "input_price" DOUBLE PRECISION,
    "output_price" DOUBLE PRECISION,
    "has_schema" BOOLEAN NOT NULL DEFAULT true,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "producer_endpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "terms_acknowledgement" (
    "provider" TEXT NOT NULL,
    "terms_url" TEXT NOT NULL,
    "acknowledged_by_id" TEXT NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "terms_acknowledgement_pkey" PRIMARY KEY ("provider")
);

-- CreateTable
CREATE TABLE "spend_limit" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "limit_nano_usd" BIGINT,
    "spent_nano_usd" BIGINT NOT NULL DEFAULT 0,
    "reserved_nano_usd" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "spend_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "llm_pace" (
    "key" TEXT NOT NULL,
    "request_limit" INTEGER,
    "input_token_limit" INTEGER,
    "output_token_limit" INTEGER,
    "next_request_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "next_input_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "next_output_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "paused_until" TIMESTAMPTZ(3),
    "pause_reason" TEXT,

    CONSTRAINT "llm_pace_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "generation_item_run_id_state_position_idx" ON "generation_item"("run_id", "state", "position");

-- CreateIndex
CREATE INDEX "generation_item_prompt_id_idx" ON "generation_item"("prompt_id");

-- CreateIndex
CREATE INDEX "generation_item_claim_job_id_idx" ON "generation_item"("claim_job_id");

-- CreateIndex
CREATE UNIQUE INDEX "generation_item_run_id_prompt_id_key" ON "generation_item"("run_id", "prompt_id");

-- CreateIndex
CREATE INDEX "llm_call_run_id_id_idx" ON "llm_call"("run_id", "id");

-- CreateIndex
CREATE INDEX "llm_call_state_idx" ON "llm_call"("state");

-- CreateIndex
CREATE INDEX "llm_call_batch_id_idx" ON "llm_call"("batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "llm_call_item_id_round_slot_turn_attempt_key" ON "llm_call"("item_id", "round", "slot", "turn", "attempt");

-- CreateIndex
CREATE UNIQUE INDEX "llm_batch_provider_batch_id_key" ON "llm_batch"("provider_batch_id");

-- CreateIndex
CREATE INDEX "llm_batch_run_id_idx" ON "llm_batch"("run_id");

-- CreateIndex
CREATE UNIQUE INDEX "candidate_call_id_key" ON "candidate"("call_id");

-- CreateIndex
CREATE UNIQUE INDEX "candidate_item_id_round_slot_turn_key" ON "candidate"("item_id", "round", "slot", "turn");

-- CreateIndex
CREATE UNIQUE INDEX "few_shot_set_name_version_key" ON "few_shot_set"("name", "version");

-- CreateIndex
CREATE UNIQUE INDEX "producer_endpoint_name_key" ON "producer_endpoint"("name");

-- CreateIndex
CREATE INDEX "prompt_parent_id_idx" ON "prompt"("parent_id");

-- CreateIndex
CREATE INDEX "prompt_generation_run_id_idx" ON "prompt"("generation_run_id");

-- AddForeignKey
ALTER TABLE "prompt" ADD CONSTRAINT "prompt_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "prompt"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prompt" ADD CONSTRAINT "prompt_generation_run_id_fkey" FOREIGN KEY ("generation_run_id") REFERENCES "generation_run"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "generation_run" ADD CONSTRAINT "generation_run_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "generation_run" ADD CONSTRAINT "generation_run_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "producer_endpoint"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "generation_run" ADD CONSTRAINT "generation_run_few_shot_set_id_fkey" FOREIGN KEY ("few_shot_set_id") REFERENCES "few_shot_set"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "generation_item" ADD CONSTRAINT "generation_item_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "generation_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "generation_item" ADD CONSTRAINT "generation_item_prompt_id_fkey" FOREIGN KEY ("prompt_id") REFERENCES "prompt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "generation_item" ADD CONSTRAINT "generation_item_sample_id_fkey" FOREIGN KEY ("sample_id") REFERENCES "sample"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "llm_call" ADD CONSTRAINT "llm_call_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "generation_run"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "llm_call" ADD CONSTRAINT "llm_call_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "generation_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "llm_call" ADD CONSTRAINT "llm_call_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "llm_batch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "llm_batch" ADD CONSTRAINT "llm_batch_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "generation_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidate" ADD CONSTRAINT "candidate_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "generation_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidate" ADD CONSTRAINT "candidate_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "llm_call"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "few_shot_set" ADD CONSTRAINT "few_shot_set_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "few_shot_example" ADD CONSTRAINT "few_shot_example_set_id_fkey" FOREIGN KEY ("set_id") REFERENCES "few_shot_set"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "few_shot_example" ADD CONSTRAINT "few_shot_example_sample_id_fkey" FOREIGN KEY ("sample_id") REFERENCES "sample"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "few_shot_example" ADD CONSTRAINT "few_shot_example_ir_id_fkey" FOREIGN KEY ("ir_id") REFERENCES "ir"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "llm_model" ADD CONSTRAINT "llm_model_edited_by_id_fkey" FOREIGN KEY ("edited_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider_key" ADD CONSTRAINT "provider_key_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "producer_endpoint" ADD CONSTRAINT "producer_endpoint_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "terms_acknowledgement" ADD CONSTRAINT "terms_acknowledgement_acknowledged_by_id_fkey" FOREIGN KEY ("acknowledged_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
