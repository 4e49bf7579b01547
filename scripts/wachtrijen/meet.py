# SPDX-License-Identifier: EUPL-1.2
"""Jobs that do nothing, run by two other queues on the same PostgreSQL server as Regie's own engine is measured on.

    python meet.py pgqueuer|procrastinate CONNECTION COUNT [BATCH]

Prints one JSON object a line, with the same fields as `regie-bench taken`.
"""

import asyncio
import json
import sys
import time


def report(name, count, put, ran, **more):
    print(json.dumps({"meting": "taken", "opslag": name, "taken": count, **more,
                      "invoerPerSeconde": round(count / put), "takenPerSeconde": round(count / ran)}), flush=True)


async def run_pgqueuer(url, count, batch):
    import asyncpg
    from pgqueuer import PgQueuer
    from pgqueuer.db import AsyncpgDriver
    from pgqueuer.queries import Queries
    from pgqueuer.types import QueueExecutionMode

    connection = await asyncpg.connect(url)
    driver = AsyncpgDriver(connection)
    queries = Queries(driver)
    try:
        await queries.uninstall()
    except Exception:
        pass
    await queries.install()
    began = time.perf_counter()
    for start in range(0, count, 1000):
        some = min(1000, count - start)
        await queries.enqueue(["niets"] * some, [None] * some, [0] * some)
    put = time.perf_counter() - began
    queue = PgQueuer(driver)

    @queue.entrypoint("niets")
    async def nothing(job):
        pass

    began = time.perf_counter()
    await queue.run(batch_size=batch, mode=QueueExecutionMode.drain)
    report("pgqueuer", count, put, time.perf_counter() - began, perGreep=batch)
    await connection.close()


async def run_procrastinate(url, count, workers):
    import procrastinate

    app = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=url))

    @app.task(queue="niets")
    async def nothing():
        pass

    async with app.open_async():
        await app.schema_manager.apply_schema_async()
        began = time.perf_counter()
        for start in range(0, count, 1000):
            await nothing.batch_defer_async(*[{} for _ in range(min(1000, count - start))])
        put = time.perf_counter() - began
        began = time.perf_counter()
        await app.run_worker_async(queues=["niets"], concurrency=workers, wait=False, listen_notify=False)
        report("procrastinate", count, put, time.perf_counter() - began, workers=workers)


def main():
    name, url, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    size = int(sys.argv[4]) if len(sys.argv) > 4 else None
    if name == "pgqueuer":
        asyncio.run(run_pgqueuer(url, count, size or 100))
    else:
        asyncio.run(run_procrastinate(url, count, size or 4))


if __name__ == "__main__":
    main()
