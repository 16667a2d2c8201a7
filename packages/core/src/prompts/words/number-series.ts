/** A list of whole numbers that programs have, with its words and names. */
export interface NumberSeries {
  id: string;
  one: string;
  many: string;
  /** Names in Python: the list and one of its numbers. */
  list: string;
  item: string;
  description: string;
}

function series(
  one: string,
  many: string,
  list: string,
  item: string,
  description: string,
): NumberSeries {
  return { id: list, one, many, list, item, description };
}

export const NUMBER_SERIES: readonly NumberSeries[] = [
  series("meter reading", "meter readings", "readings", "reading", "Meter readings, oldest first."),
  series("test score", "test scores", "scores", "score", "Points of each pupil."),
  series("guest's age", "ages of guests", "ages", "age", "Ages in years."),
  series("price", "prices in cents", "prices", "price", "Prices in whole cents."),
  series("distance", "distances in metres", "distances", "distance", "Distances in whole metres."),
  series(
    "response time",
    "response times",
    "response_times",
    "response_time",
    "Response times in milliseconds.",
  ),
  series(
    "temperature",
    "temperatures",
    "temperatures",
    "temperature",
    "Degrees Celsius, which may be negative.",
  ),
  series("parcel weight", "parcel weights", "weights", "weight", "Weights in grams."),
  series("salary", "salaries", "salaries", "salary", "Salaries in whole euros."),
  series("file size", "file sizes", "file_sizes", "file_size", "Sizes in bytes."),
  series("call duration", "call durations", "durations", "duration", "Durations in seconds."),
  series(
    "daily step count",
    "daily step counts",
    "step_counts",
    "step_count",
    "Steps of each day, oldest first.",
  ),
  series(
    "account balance",
    "account balances",
    "balances",
    "balance",
    "Balances in cents; negative when overdrawn.",
  ),
  series("customer rating", "customer ratings", "ratings", "rating", "Ratings as they came in."),
  series(
    "stock level",
    "stock levels",
    "stock_levels",
    "stock_level",
    "Pieces of each item; negative after a counting mistake.",
  ),
  series("page count", "page counts", "page_counts", "page_count", "Pages of each book."),
  series("profit", "monthly profits", "profits", "profit", "Profits in euros; a loss is negative."),
  series(
    "queue length",
    "queue lengths",
    "queue_lengths",
    "queue_length",
    "People waiting, one number a minute.",
  ),
  series(
    "rainfall amount",
    "rainfall amounts",
    "rainfalls",
    "rainfall",
    "Millimetres of rain, one number a day.",
  ),
  series("lap time", "lap times", "lap_times", "lap_time", "Seconds of each lap, in order."),
];
