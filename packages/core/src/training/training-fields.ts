export const FIELD_GROUPS = [
  "Model",
  "Data",
  "Adapter",
  "Training",
  "Evaluation",
  "Limits and machine",
] as const;

/** One setting as a form shows it. */
export interface TrainingField {
  path: readonly [string, ...string[]];
  group: (typeof FIELD_GROUPS)[number];
  title: string;
  /** What it does and when to change it, for someone who has not trained a model before. */
  about: string;
  /** Where it is set in the preset only: no run needs another value, or none works. */
  isFixed?: true;
}

const field = (
  group: TrainingField["group"],
  path: string,
  title: string,
  about: string,
  isFixed?: true,
): TrainingField => {
  const [first = "", ...rest] = path.split(".");
  return { path: [first, ...rest], group, title, about, ...(isFixed && { isFixed }) };
};

/** Every setting of a config, each once, in the order of the form. */
export const TRAINING_FIELDS: readonly TrainingField[] = [
  field(
    "Model",
    "preset",
    "Preset",
    "The set of values that this run started from. Choose it first; then change single settings.",
    true,
  ),
  field("Model", "base_model.id", "Base model", "The model that learns, by its name on the hub."),
  field(
    "Model",
    "base_model.revision",
    "Revision",
    "The exact commit of the base model, so that the run can be made again. The built-in tiny model has none.",
  ),
  field(
    "Model",
    "dtype",
    "Number format",
    "bfloat16 on a GPU, float32 on a processor. Half precision (fp16) overflows and is not offered.",
  ),
  field(
    "Model",
    "method",
    "Method",
    "Supervised fine-tuning: the model learns to write the accepted IRs.",
    true,
  ),
  field(
    "Data",
    "max_length",
    "Longest row",
    "Tokens of prompt and IR together. Take the longest row rounded up to 256; more costs memory. A row is never cut, because half an IR teaches unfinished JSON.",
  ),
  field(
    "Data",
    "overflow",
    "Rows that are longer",
    "error stops the run and names them; drop_and_report trains without them and lists them.",
  ),
  field(
    "Data",
    "data_seed",
    "Seed of the order",
    "Decides the order in which rows are seen. Another one shows how much a result owes to chance.",
  ),
  field(
    "Data",
    "seed",
    "Seed of the adapter",
    "Decides the adapter's first weights. With both seeds the same, the run gives the same losses again.",
  ),
  field(
    "Adapter",
    "lora.r_attention",
    "Rank of attention",
    "Width of the adapter on attention; 0 leaves attention alone. More learns finer detail and takes memory. Try 32 after 16 before anything else.",
  ),
  field(
    "Adapter",
    "lora.r_expert",
    "Rank of each expert",
    "Width of the adapter on every expert; 0 leaves them alone. Eight experts work on each token, so that 4 here is as wide as 32 on attention. Above 16 the adapter becomes very large.",
  ),
  field(
    "Adapter",
    "lora.alpha",
    "Strength (alpha)",
    "The adapter's change is multiplied by alpha divided by the rank. 32 suits every rank; change the learning rate instead.",
  ),
  field(
    "Adapter",
    "lora.dropout",
    "Dropout",
    "Share of the adapter that is switched off at random against overfitting. Works on attention only, so it must be 0 while experts are trained.",
  ),
  field(
    "Training",
    "sft.epochs",
    "Passes over the data",
    "How often each row is seen. With a few hundred rows 2 to 4; more learns them by heart, which the evaluation loss shows by rising.",
  ),
  field(
    "Training",
    "sft.learning_rate",
    "Learning rate",
    "Size of a step. 0.0002 suits an adapter of any rank; usual are 0.00005 to 0.001. Too large and the loss jumps, too small and it stays.",
  ),
  field(
    "Training",
    "sft.lr_scheduler",
    "Course of the learning rate",
    "How it goes down towards the end. cosine is the usual choice.",
  ),
  field(
    "Training",
    "sft.warmup",
    "Warm-up",
    "Share of all steps over which the learning rate rises from 0, so that the first steps do no harm.",
  ),
  field(
    "Training",
    "sft.per_device_batch",
    "Rows at a time",
    "Rows that go through the model together on each GPU. Lower it when memory runs out, and raise the next setting as much.",
  ),
  field(
    "Training",
    "sft.grad_accum",
    "Batches in a step",
    "So many batches make one step. Rows at a time, times this, times GPUs should stay at 32 or below: adapters learn worse from larger steps.",
  ),
  field(
    "Training",
    "sft.weight_decay",
    "Weight decay",
    "Pulls the adapter towards 0. Rarely helps an adapter.",
  ),
  field(
    "Training",
    "sft.max_grad_norm",
    "Largest gradient",
    "A longer gradient is shortened to this, so that one odd row cannot spoil the run.",
  ),
  field(
    "Training",
    "sft.router_aux_loss_coef",
    "Weight of the router's loss",
    "The router, which sends tokens to experts, is not trained, so more than 0 only blurs the curves.",
  ),
  field(
    "Training",
    "sft.gradient_checkpointing",
    "Save memory by computing twice",
    "Takes much less memory and about a third more time.",
  ),
  field(
    "Training",
    "sft.packing",
    "Several rows in one",
    "Off: without FlashAttention such rows read each other's text.",
    true,
  ),
  field(
    "Training",
    "sft.loss_type",
    "How the loss is computed",
    "chunked_nll and nll give the same loss; the first needs far less memory.",
  ),
  field(
    "Training",
    "sft.early_stopping.patience",
    "Patience",
    "The run ends after so many evaluations without a better loss, and the best state is kept. 0 never ends it early.",
  ),
  field(
    "Training",
    "sft.early_stopping.min_delta",
    "What counts as better",
    "The evaluation loss must fall by more than this.",
  ),
  field(
    "Evaluation",
    "eval.evals_per_epoch",
    "Evaluations in each pass",
    "How often the loss on the validation split is measured. A run needs at least 3 in all.",
  ),
  field(
    "Evaluation",
    "eval.generate_samples",
    "IRs written at each evaluation",
    "The model writes so many IRs of the validation split, to be looked at while it runs. Each takes time.",
  ),
  field(
    "Evaluation",
    "eval.max_new_tokens",
    "Longest answer",
    "An answer that is longer breaks off and counts as wrong.",
  ),
  field(
    "Evaluation",
    "checkpoint.keep",
    "Saved states kept",
    "The newest so many; the best one is always kept. Each takes as much disk as the adapter and three times that for the optimiser.",
  ),
  field(
    "Limits and machine",
    "resume",
    "Continue",
    "auto goes on from the last saved state after an interruption, never starts again.",
  ),
  field(
    "Limits and machine",
    "limits.max_wall_seconds",
    "Longest time",
    "In seconds. The run then saves its state and ends, and can be resumed.",
  ),
  field(
    "Limits and machine",
    "limits.max_cost_usd",
    "Most money",
    "In dollars, on a machine with a known price. The run then saves its state and ends.",
  ),
  field(
    "Limits and machine",
    "hardware.min_vram_gib",
    "Memory of the GPU",
    "In GiB. A machine with less does not start the run; 0 allows one without a GPU.",
  ),
  field(
    "Limits and machine",
    "num_gpus",
    "GPUs",
    "Each holds the whole model; more of them only split the rows of a step.",
  ),
];
