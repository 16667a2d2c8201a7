import { checkInOrder } from "./catalogue/control-flow/check-in-order.ts";
import { compareWithMargin } from "./catalogue/control-flow/compare-with-margin.ts";
import { countRounds } from "./catalogue/control-flow/count-rounds.ts";
import { decideByPriority } from "./catalogue/control-flow/decide-by-priority.ts";
import { feeBySteps } from "./catalogue/control-flow/fee-by-steps.ts";
import { findFirstMatch } from "./catalogue/control-flow/find-first-match.ts";
import { labelByTwoLimits } from "./catalogue/control-flow/label-by-two-limits.ts";
import { nextState } from "./catalogue/control-flow/next-state.ts";
import { openingHours } from "./catalogue/control-flow/opening-hours.ts";
import { totalUntilStop } from "./catalogue/control-flow/total-until-stop.ts";
import { translateCode } from "./catalogue/control-flow/translate-code.ts";
import { countByKey } from "./catalogue/list-operations/count-by-key.ts";
import { dropRepeats } from "./catalogue/list-operations/drop-repeats.ts";
import { interleaveLists } from "./catalogue/list-operations/interleave-lists.ts";
import { keepInRange } from "./catalogue/list-operations/keep-in-range.ts";
import { longestRun } from "./catalogue/list-operations/longest-run.ts";
import { rotateList } from "./catalogue/list-operations/rotate-list.ts";
import { runningValues } from "./catalogue/list-operations/running-values.ts";
import { sortIntoTwo } from "./catalogue/list-operations/sort-into-two.ts";
import { splitIntoGroups } from "./catalogue/list-operations/split-into-groups.ts";
import { topOfRanking } from "./catalogue/list-operations/top-of-ranking.ts";
import { countCharacters } from "./catalogue/string-manipulation/count-characters.ts";
import { groupFromRight } from "./catalogue/string-manipulation/group-from-right.ts";
import { hideCharacters } from "./catalogue/string-manipulation/hide-characters.ts";
import { keepLines } from "./catalogue/string-manipulation/keep-lines.ts";
import { makeSlug } from "./catalogue/string-manipulation/make-slug.ts";
import { padToWidth } from "./catalogue/string-manipulation/pad-to-width.ts";
import { readBetween } from "./catalogue/string-manipulation/read-between.ts";
import { replaceRuns } from "./catalogue/string-manipulation/replace-runs.ts";
import { shortenWithMark } from "./catalogue/string-manipulation/shorten-with-mark.ts";
import { splitAtFirst } from "./catalogue/string-manipulation/split-at-first.ts";
import { swapAffix } from "./catalogue/string-manipulation/swap-affix.ts";
import { addNumbersOfMix } from "./catalogue/type-operations/add-numbers-of-mix.ts";
import { compareStrictly } from "./catalogue/type-operations/compare-strictly.ts";
import { convertByType } from "./catalogue/type-operations/convert-by-type.ts";
import { filterByType } from "./catalogue/type-operations/filter-by-type.ts";
import { flattenOnce } from "./catalogue/type-operations/flatten-once.ts";
import { nameKind } from "./catalogue/type-operations/name-kind.ts";
import { readFlag } from "./catalogue/type-operations/read-flag.ts";
import { readWholeNumber } from "./catalogue/type-operations/read-whole-number.ts";
import { showValue } from "./catalogue/type-operations/show-value.ts";
import { typedField } from "./catalogue/type-operations/typed-field.ts";
import { wrapInList } from "./catalogue/type-operations/wrap-in-list.ts";
import { changeByPercent } from "./catalogue/mathematical/change-by-percent.ts";
import { countCoins } from "./catalogue/mathematical/count-coins.ts";
import { distanceOnGrid } from "./catalogue/mathematical/distance-on-grid.ts";
import { growByPeriod } from "./catalogue/mathematical/grow-by-period.ts";
import { middleOfList } from "./catalogue/mathematical/middle-of-list.ts";
import { roundToStep } from "./catalogue/mathematical/round-to-step.ts";
import { splitIntoUnits } from "./catalogue/mathematical/split-into-units.ts";
import { sumOfMultiples } from "./catalogue/mathematical/sum-of-multiples.ts";
import { walkOnRing } from "./catalogue/mathematical/walk-on-ring.ts";
import { weightedAverage } from "./catalogue/mathematical/weighted-average.ts";
import { workWithDigits } from "./catalogue/mathematical/work-with-digits.ts";
import { addToOptionalList } from "./catalogue/edge-cases/add-to-optional-list.ts";
import { divideSafely } from "./catalogue/edge-cases/divide-safely.ts";
import { entryAtIndex } from "./catalogue/edge-cases/entry-at-index.ts";
import { extremeWithoutGaps } from "./catalogue/edge-cases/extreme-without-gaps.ts";
import { firstUsableText } from "./catalogue/edge-cases/first-usable-text.ts";
import { limitToRange } from "./catalogue/edge-cases/limit-to-range.ts";
import { nearestValue } from "./catalogue/edge-cases/nearest-value.ts";
import { nestedValue } from "./catalogue/edge-cases/nested-value.ts";
import { overlapOfRanges } from "./catalogue/edge-cases/overlap-of-ranges.ts";
import { splitAndClean } from "./catalogue/edge-cases/split-and-clean.ts";
import { takeFromEnd } from "./catalogue/edge-cases/take-from-end.ts";
import type { Template } from "./template.ts";

/** Every template, by category. The order decides which ones are drawn first: append, never reorder. */
export const TEMPLATES: readonly Template[] = [
  checkInOrder,
  compareWithMargin,
  countRounds,
  decideByPriority,
  feeBySteps,
  findFirstMatch,
  labelByTwoLimits,
  nextState,
  openingHours,
  totalUntilStop,
  translateCode,
  countByKey,
  dropRepeats,
  interleaveLists,
  keepInRange,
  longestRun,
  rotateList,
  runningValues,
  sortIntoTwo,
  splitIntoGroups,
  topOfRanking,
  countCharacters,
  groupFromRight,
  hideCharacters,
  keepLines,
  makeSlug,
  padToWidth,
  readBetween,
  replaceRuns,
  shortenWithMark,
  splitAtFirst,
  swapAffix,
  addNumbersOfMix,
  compareStrictly,
  convertByType,
  filterByType,
  flattenOnce,
  nameKind,
  readFlag,
  readWholeNumber,
  showValue,
  typedField,
  wrapInList,
  changeByPercent,
  countCoins,
  distanceOnGrid,
  growByPeriod,
  middleOfList,
  roundToStep,
  splitIntoUnits,
  sumOfMultiples,
  walkOnRing,
  weightedAverage,
  workWithDigits,
  addToOptionalList,
  divideSafely,
  entryAtIndex,
  extremeWithoutGaps,
  firstUsableText,
  limitToRange,
  nearestValue,
  nestedValue,
  overlapOfRanges,
  splitAndClean,
  takeFromEnd,
];
