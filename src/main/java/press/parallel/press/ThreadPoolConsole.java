package press.parallel.press;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadPoolExecutor;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.LifecycleStrategy;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.support.console.AbstractDevConsole;
import org.jspecify.annotations.Nullable;
import press.parallel.TextTable;

/** Dev console {@code thread-pool}: Camel's thread pools, how busy they are and what waits for them. Safe for use by many threads. */
final class ThreadPoolConsole extends AbstractDevConsole {
    static final String ID = "thread-pool";

    private static final List<String> COLUMNS =
            List.of("pool", "profile", "active", "threads", "most", "queued", "done");

    private final Map<ThreadPoolExecutor, Name> pools = new ConcurrentHashMap<>();

    private record Name(String id, String profile) {}

    ThreadPoolConsole() {
        super("press", ID, "Thread pools", "Thread pools, their sizes and what waits for them");
    }

    /** Keeps the list of pools up to date. */
    LifecycleStrategy watch() {
        return new LifecycleStrategySupport() {
            @Override
            public void onThreadPoolAdd(
                    CamelContext context,
                    ThreadPoolExecutor pool,
                    @Nullable String id,
                    @Nullable String sourceId,
                    @Nullable String routeId,
                    @Nullable String profile) {
                String user = sourceId != null ? sourceId : id == null ? "" : id;
                String name = user.replaceFirst("\\(0x[0-9a-f]+\\)", "");
                pools.put(
                        pool, new Name(routeId == null ? name : routeId + "/" + name, profile == null ? "" : profile));
            }

            @Override
            public void onThreadPoolRemove(CamelContext context, ThreadPoolExecutor pool) {
                pools.remove(pool);
            }
        };
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        List<List<Object>> table = new ArrayList<>();
        table.add(List.copyOf(COLUMNS));
        table.addAll(rows());
        return TextTable.of(table);
    }

    @Override
    protected Map<String, Object> doCallJson(Map<String, Object> options) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (List<Object> row : rows()) {
            Map<String, Object> pool = new LinkedHashMap<>();
            for (int i = 0; i < COLUMNS.size(); i++) {
                pool.put(COLUMNS.get(i), row.get(i));
            }
            list.add(pool);
        }
        return Map.of("threadPools", list);
    }

    private List<List<Object>> rows() {
        List<List<Object>> rows = new ArrayList<>();
        pools.forEach((pool, name) -> rows.add(List.of(
                name.id(),
                name.profile(),
                pool.getActiveCount(),
                pool.getPoolSize(),
                pool.getMaximumPoolSize() == Integer.MAX_VALUE ? pool.getCorePoolSize() : pool.getMaximumPoolSize(),
                pool.getQueue().size(),
                pool.getCompletedTaskCount())));
        rows.sort(Comparator.comparing(row -> row.get(0).toString()));
        return rows;
    }
}
