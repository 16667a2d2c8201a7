import { Redis } from "ioredis";

/** @returns how many entries of BullMQ wait in this Redis for a hand, in all lanes */
export async function countWaitingInRedis(url: string): Promise<number> {
  return withRedis(url, async (redis) => {
    const lists = await redis.keys("*:wait");
    const lengths = await Promise.all(lists.map((list) => redis.llen(list)));
    return lengths.reduce((total, length) => total + length, 0);
  });
}

/** Everything in this Redis is gone. */
export async function wipeRedis(url: string): Promise<void> {
  await withRedis(url, (redis) => redis.flushall());
}

async function withRedis<Result>(url: string, work: (redis: Redis) => Promise<Result>) {
  const redis = new Redis(url);
  try {
    return await work(redis);
  } finally {
    redis.disconnect();
  }
}
