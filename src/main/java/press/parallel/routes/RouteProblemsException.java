package press.parallel.routes;

import java.util.List;

/** The route files cannot be used. The message has one line per problem: file, line, what was expected, what was found. */
public final class RouteProblemsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    RouteProblemsException(List<RouteProblem> problems) {
        super(String.join("\n", problems.stream().map(RouteProblem::toString).toList()), null, false, false);
        this.problems = problems.stream().map(RouteProblem::toString).toList();
    }

    /** One line per problem. */
    public List<String> problems() {
        return problems;
    }
}
