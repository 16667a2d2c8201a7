export const peopleKeys = { people: ["people"] as const, invitations: ["invitations"] as const };
