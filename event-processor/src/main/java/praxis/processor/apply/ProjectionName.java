package praxis.processor.apply;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.config.JdbiConfig;
import org.jdbi.v3.core.statement.DefinedAttributeTemplateEngine;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;

/** In which schema statements find the projection: the live one, or a shadow of it. */
public final class ProjectionName implements JdbiConfig<ProjectionName> {
    static final String LIVE = "projection";

    private String schema = LIVE;

    /** For Jdbi, which makes its settings itself. */
    public ProjectionName() {}

    /**
     * Lets every statement that names the live projection speak of another schema.
     *
     * @param schema a plain name: it goes into statements as it is
     */
    static void lead(Jdbi jdbi, String schema) {
        TemplateEngine engine = new DefinedAttributeTemplateEngine();
        jdbi.getConfig(ProjectionName.class).schema = schema;
        jdbi.getConfig(SqlStatements.class)
                .setTemplateEngine(
                        (template, context) ->
                                context.getConfig(ProjectionName.class)
                                        .in(engine.render(template, context)));
    }

    /** The statement with this schema for the live one. */
    String in(String sql) {
        return schema.equals(LIVE) ? sql : sql.replace(LIVE + ".", schema + ".");
    }

    @Override
    public ProjectionName createCopy() {
        ProjectionName copy = new ProjectionName();
        copy.schema = schema;
        return copy;
    }
}
