/** A whole number that programs measure, with its words, name and unit. */
export interface Measure {
  id: string;
  one: string;
  unit: string;
  description: string;
}

function measure(id: string, one: string, unit: string): Measure {
  const description = one.endsWith(unit)
    ? `${one.charAt(0).toUpperCase()}${one.slice(1)}.`
    : `${one.charAt(0).toUpperCase()}${one.slice(1)} in ${unit}.`;
  return { id, one, unit, description };
}

export const MEASURES: readonly Measure[] = [
  measure("battery_level", "battery level", "percent"),
  measure("room_temperature", "room temperature", "degrees"),
  measure("order_total", "order total", "euros"),
  measure("waiting_time", "waiting time", "minutes"),
  measure("driving_speed", "driving speed", "km/h"),
  measure("test_score", "test score", "points"),
  measure("parcel_weight", "parcel weight", "kilograms"),
  measure("water_level", "water level", "centimetres"),
  measure("disk_usage", "disk usage", "gigabytes"),
  measure("heart_rate", "heart rate", "beats a minute"),
  measure("guest_count", "number of guests", "guests"),
  measure("delivery_distance", "delivery distance", "kilometres"),
  measure("account_balance", "account balance", "dollars"),
  measure("fuel_level", "fuel level", "litres"),
  measure("noise_level", "noise level", "decibels"),
  measure("tyre_pressure", "tyre pressure", "kilopascals"),
];
