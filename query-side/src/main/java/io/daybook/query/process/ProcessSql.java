package io.daybook.query.process;

/**
 * Processes are read off the orders, the returns and what is parked: nothing is written for them,
 * so they cost an order nothing.
 */
final class ProcessSql {

    /** The reactions of a tenant that are parked, by order; the first one has the reason. */
    private static final String PARKED =
            """
            WITH parked AS MATERIALIZED (
              SELECT sequence_identifier AS order_id, count(*) AS parked, min(last_touched) AS tried_at,
                (array_agg(cause_message ORDER BY sequence_index))[1] AS reason
              FROM daybook.dead_letter_entry
              WHERE processing_group IN ('order-process', 'payment-provider')
                AND convert_from(meta_data, 'UTF8')::json ->> 'tenant' = :tenant
              GROUP BY sequence_identifier
            )
            """;

    /** What a row of the answer is made of when it is about an order. */
    private static final String OF_ORDER =
            """
            SELECT o.order_id AS id, o.order_id, o.status, o.placed_at AS started_at, o.updated_at, o.version,
              o.document::text AS document, coalesce(p.parked, 0) AS parked, p.tried_at, p.reason,
              (SELECT min(e.time_stamp) FROM daybook.domain_event_entry AS e
               WHERE o.status IN ('CANCELLING', 'CANCELLED') AND e.aggregate_identifier = o.order_id
                 AND e.payload_type = 'OrderCancellationRequested') AS cancelled_at,
              (SELECT min(d.due_at) FROM daybook.deadline AS d
               WHERE d.tenant = :tenant AND (d.entity = o.order_id OR d.entity IN
                 (SELECT payment_id FROM readmodel.payment WHERE tenant = :tenant AND order_id = o.order_id))) AS due_at
            """;

    /** The same for a return. */
    private static final String OF_RETURN =
            """
            SELECT r.return_id AS id, r.order_id, r.status, r.requested_at AS started_at, r.updated_at, r.version,
              r.document::text AS document, coalesce(p.parked, 0) AS parked, p.tried_at, p.reason,
              CAST(NULL AS text) AS cancelled_at,
              (SELECT min(d.due_at) FROM daybook.deadline AS d
               WHERE d.tenant = :tenant AND d.entity = r.return_id) AS due_at
            """;

    /** Each status is read in the order of its index, and no further than the page needs. */
    static final String LIST =
            PARKED
                    + """
                    , page AS (
                      SELECT running.order_id AS id, running.placed_at AS at
                      FROM unnest(CAST(:running AS text[])) AS wanted (status) CROSS JOIN LATERAL (
                        SELECT order_id, placed_at FROM readmodel.order_summary
                        WHERE tenant = :tenant AND status = wanted.status AND (placed_at, order_id) > (:after, :id)
                          AND NOT EXISTS (SELECT 1 FROM parked WHERE parked.order_id = order_summary.order_id)
                        ORDER BY placed_at, order_id LIMIT :limit) AS running
                      UNION ALL
                      SELECT order_id, placed_at FROM readmodel.order_summary
                      WHERE tenant = :tenant AND order_id IN (SELECT order_id FROM parked)
                        AND status = ANY (CAST(:stuck AS text[])) AND (placed_at, order_id) > (:after, :id)
                      UNION ALL
                      SELECT settling.return_id, settling.requested_at
                      FROM unnest(CAST(:settling AS text[])) AS wanted (status) CROSS JOIN LATERAL (
                        SELECT return_id, requested_at FROM readmodel.return_summary
                        WHERE tenant = :tenant AND status = wanted.status AND (requested_at, return_id) > (:after, :id)
                          AND NOT EXISTS (SELECT 1 FROM parked WHERE parked.order_id = return_summary.order_id)
                        ORDER BY requested_at, return_id LIMIT :limit) AS settling
                      UNION ALL
                      SELECT return_id, requested_at FROM readmodel.return_summary
                      WHERE tenant = :tenant AND order_id IN (SELECT order_id FROM parked)
                        AND status = ANY (CAST(:unsettled AS text[])) AND (requested_at, return_id) > (:after, :id)
                      ORDER BY at, id LIMIT :limit
                    )
                    """
                    + OF_ORDER
                    + """
                    FROM page JOIN readmodel.order_summary AS o ON o.order_id = page.id
                      LEFT JOIN parked AS p ON p.order_id = o.order_id
                    UNION ALL
                    """
                    + OF_RETURN
                    + """
                    FROM page JOIN readmodel.return_summary AS r ON r.return_id = page.id
                      LEFT JOIN parked AS p ON p.order_id = r.order_id
                    ORDER BY started_at, id
                    """;

    static final String ONE_ORDER =
            PARKED
                    + OF_ORDER
                    + """
                    FROM readmodel.order_summary AS o LEFT JOIN parked AS p USING (order_id)
                    WHERE o.tenant = :tenant AND o.order_id = :id
                    """;

    static final String ONE_RETURN =
            PARKED
                    + OF_RETURN
                    + """
                    FROM readmodel.return_summary AS r LEFT JOIN parked AS p USING (order_id)
                    WHERE r.tenant = :tenant AND r.return_id = :id
                    """;

    private ProcessSql() {}
}
