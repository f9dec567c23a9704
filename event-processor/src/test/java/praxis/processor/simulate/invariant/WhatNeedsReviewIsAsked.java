package praxis.processor.simulate.invariant;

import praxis.processor.model.ProcessingStatus;
import praxis.processor.model.ReviewItem;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** What needs a person has an open item. */
final class WhatNeedsReviewIsAsked implements Invariant.OfEachStep {
    @Override
    public void check(Step step, Consumer<String> complaint) {
        Set<ReviewItem.Subject> asked = new HashSet<>();
        for (ReviewItem item : step.after().reviews().values()) {
            if (item.isOpen()) {
                asked.add(item.subject());
            }
        }
        if (step.has(ProcessingStatus.NEEDS_REVIEW)
                && step.row()
                        .entry()
                        .review()
                        .filter(item -> asked.contains(item.subject()))
                        .isEmpty()) {
            complaint.accept("nobody is asked");
        }
    }
}
