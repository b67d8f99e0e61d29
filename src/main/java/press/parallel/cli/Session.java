package press.parallel.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import press.parallel.Printed;
import press.parallel.bench.BenchJson;
import press.parallel.bench.BenchReport;
import press.parallel.bench.BenchTable;
import press.parallel.bench.Timeline;

/** One call of the program on a running press. {@link #stop} may come from another thread at any time. */
final class Session {
    private static final DateTimeFormatter DUE = DateTimeFormatter.ofPattern("EEE d MMM HH:mm:ss", Locale.UK);

    private static final ObjectWriter JSON = new ObjectMapper().writerWithDefaultPrettyPrinter();

    private final Console console;
    private final Runtime runtime;
    private final FileCommands files;
    private final Invocation invocation;
    private final int port;
    private final Runnable untilExit;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final ProgressDisplay display;

    /**
     * @param port of {@code serve}
     * @param untilExit returns when the program is to end
     */
    Session(Console console, Runtime runtime, FileCommands files, Invocation invocation, int port, Runnable untilExit) {
        this.console = console;
        this.runtime = runtime;
        this.files = files;
        this.invocation = invocation;
        this.port = port;
        this.untilExit = untilExit;
        this.display = ProgressDisplay.of(invocation.progress(), console, runtime::progress);
    }

    /** @return exit status: 0 done, 1 could not, 2 wrong routes */
    int run() {
        Verb verb = invocation.verb();
        try {
            if (verb instanceof Verb.Print print) {
                return print(print.order());
            }
            if (verb instanceof Verb.Bench bench) {
                return bench(bench);
            }
            if (verb instanceof Verb.Check check) {
                return check(check);
            }
            if (verb.asksTheNewsroom()) {
                return new Inquirer(console, runtime).answer(verb);
            }
            if (verb instanceof Verb.Serve) {
                return serve();
            }
            return new Answers(console, files).answer(verb, runtime);
        } catch (WrongSettingsException wrong) {
            display.close();
            wrong.problems().forEach(console::say);
            return 2;
        } catch (IOException | RuntimeException e) {
            display.close();
            if (!stopped.get()) {
                Failure.tell(console, verb.prints() ? "could not print" : "could not go on", e, invocation.debug());
            }
            return 1;
        }
    }

    private int print(PrintOrder order) {
        Printed printed;
        var run = runtime.print(order);
        try (display) {
            display.start();
            printed = run.join();
        }
        if (stopped.get()) {
            return 130;
        }
        List<String> lines = Summary.lines(printed);
        lines.subList(0, lines.size() - 1).forEach(console.out()::println);
        if (order.demo()) {
            console.out().println(Console.clean("newsstand: " + runtime.newsstandSummary()));
        }
        console.out().println(lines.get(lines.size() - 1));
        return 0;
    }

    private int bench(Verb.Bench bench) throws IOException {
        try {
            BenchReport report;
            try (display) {
                display.start();
                report = runtime.bench(bench.order());
            }
            if (bench.json()) {
                console.out().println(JSON.writeValueAsString(BenchJson.of(report)));
            } else {
                BenchTable.lines(report).forEach(console.out()::println);
            }
            if (bench.svg() != null) {
                Files.writeString(bench.svg(), Timeline.svg(report));
            }
            return 0;
        } finally {
            runtime.stop();
            BenchFolder.remove(runtime.editions());
        }
    }

    private int serve() {
        String next = runtime.serve()
                .map(due -> "next edition " + DUE.format(due) + " (" + due.getZone() + ")")
                .orElse("no edition is scheduled (press.edition.cron)");
        console.say("serving on http://127.0.0.1:" + port + "/, editions in '" + runtime.editions() + "'; " + next
                + "; Ctrl-C ends it");
        untilExit.run();
        return 0;
    }

    private int check(Verb.Check check) throws IOException {
        List<String> problems = runtime.check();
        problems.forEach(console::say);
        if (!problems.isEmpty()) {
            return 2;
        }
        if (!check.json()) {
            console.out().println("settings and routes are in order");
        }
        return check.dryRun() ? new Inquirer(console, runtime).preview(check.json()) : 0;
    }

    /** Ends the call: says so in one line, and the press keeps what it has. Only the first call counts. */
    void stop() {
        if (!stopped.compareAndSet(false, true)) {
            return;
        }
        display.close();
        if (invocation.verb() instanceof Verb.Bench) {
            console.say("stopped; nothing was measured");
        } else if (invocation.verb().asksTheNewsroom()) {
            console.say("stopped");
        } else {
            console.say("stopped; what was fetched is kept, `print` goes on from there");
        }
        try {
            runtime.stop();
        } catch (RuntimeException e) {
            // Quarkus stops at the same time and may have taken the press down first; then there is nothing left to
            // stop.
            if (invocation.debug()) {
                e.printStackTrace(console.err());
            }
        }
        if (invocation.verb() instanceof Verb.Bench) {
            BenchFolder.remove(runtime.editions());
        }
    }

    boolean isStopped() {
        return stopped.get();
    }
}
