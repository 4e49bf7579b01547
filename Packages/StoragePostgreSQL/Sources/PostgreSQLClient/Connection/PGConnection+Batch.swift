// SPDX-License-Identifier: EUPL-1.2

import CLibpq

extension PGConnection {
    /// Several statements in one round trip. The server skips what comes after a failure, and that failure is thrown.
    /// Outside a transaction they are one transaction together.
    package func batch(_ batch: [PGStatement]) throws(PGError) -> [PGResult] {
        if batch.isEmpty { return [] }
        try start()
        guard PQenterPipelineMode(raw) == 1 else { throw refused() }
        var pipeline = Pipeline()
        for statement in batch { try queue(statement, &pipeline) }
        guard PQpipelineSync(raw) == 1 else { throw given(refused()) }
        try flush()
        try collect(&pipeline)
        guard PQexitPipelineMode(raw) == 1 else { throw given(refused()) }
        if let failure = pipeline.failure {
            for sql in pipeline.unprepared { statements.forget(sql) }
            throw failure
        }
        return pipeline.results
    }

    /// What was sent, and what came of it.
    private struct Pipeline {
        enum Step {
            case execute(String)
            case prepare(String)
            case deallocate
        }

        var steps: [Step] = []
        var results: [PGResult] = []
        var failure: PGError?
        /// Statements that the server does not hold after all.
        var unprepared: [String] = []
    }

    private func queue(_ statement: PGStatement, _ pipeline: inout Pipeline) throws(PGError) {
        let sql = statement.sql
        parameters.set(statement.arguments)
        var sent: Int32 = 1
        if keepsStatements {
            let plan = statements.plan(sql, parameters.oids)
            if let evicted = plan.evicted {
                pipeline.steps.append(.deallocate)
                sent = PQsendQueryParams(raw, "DEALLOCATE \(evicted)", 0, nil, nil, nil, nil, 0)
            }
            if sent == 1, let types = plan.types {
                pipeline.steps.append(.prepare(sql))
                sent = PQsendPrepare(raw, plan.name, sql, Int32(types.count), types)
            }
            if sent == 1 {
                sent = parameters.withPointers { PQsendQueryPrepared(raw, plan.name, $0, $1, $2, $3, 1) }
            }
        } else {
            sent = parameters.withPointers { PQsendQueryParams(raw, sql, $0, parameters.oids, $1, $2, $3, 1) }
        }
        pipeline.steps.append(.execute(sql))
        guard sent == 1 else { throw given(refused()) }
    }

    private func collect(_ pipeline: inout Pipeline) throws(PGError) {
        for step in pipeline.steps {
            guard let result = try receive() else { throw given(note(.fault("een uitkomst ontbreekt"))) }
            let memory = ResultMemory(result)
            if let error = error(in: result) {
                pipeline.failure = pipeline.failure ?? error
                if isBroken { throw error }
            }
            let failed = pipeline.failure != nil
            switch step {
            case .execute(let sql):
                if failed, pipeline.failure?.isStale == true { pipeline.unprepared.append(sql) }
                if !failed { pipeline.results.append(PGResult(memory: memory)) }
            case .prepare(let sql):
                if failed { pipeline.unprepared.append(sql) }
            case .deallocate: break
            }
            // Between the answers of two statements stands an end.
            if let more = try receive() { PQclear(more) }
        }
        guard let sync = try receive() else { throw given(note(.fault("het einde van de reeks ontbreekt"))) }
        defer { PQclear(sync) }
        guard PQresultStatus(sync) == PGRES_PIPELINE_SYNC else {
            throw given(error(in: sync) ?? note(.fault("het einde van de reeks ontbreekt")))
        }
    }

    /// Half a batch was sent or read: nobody can go on with this connection.
    private func given(_ error: PGError) -> PGError {
        isBroken = true
        return error
    }
}
