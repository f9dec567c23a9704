package praxis.read.answers;

import praxis.read.answers.Problem.BadParameter;

import java.util.List;

/** What reading a request's parameters gave. */
public sealed interface Reading<T> {
    record Valid<T>(T value) implements Reading<T> {}

    record Refused<T>(List<BadParameter> errors) implements Reading<T> {}
}
