package praxis.processor.apply;

import java.util.List;

/**
 * What is to be written of one kind.
 *
 * @param created not there yet, as the state that was loaded knows
 * @param changed there already
 */
record Written<T>(List<InPractice<T>> created, List<InPractice<T>> changed) {}
