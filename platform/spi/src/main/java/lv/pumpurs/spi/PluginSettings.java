package lv.pumpurs.spi;

import java.util.UUID;

/**
 * What a plugin is set to in the bound tenant. Injectable. A value comes from the school, else from the municipality, else
 * from the configuration of the installation ({@code pumpurs.plugin.<id>.<name>}), else from the plugin's schema; what a
 * level says holds within the bounds of the level above. A change holds for every replica with the next request.
 */
public interface PluginSettings {

    /**
     * The settings of a plugin at one school, read with one statement.
     *
     * @param plugin its {@link Plugin#id()}
     * @param school key of the school
     * @return a value for each property of the plugin's schema
     * @throws IllegalArgumentException if no such plugin is installed
     */
    Values of(String plugin, UUID school);

    /** The values of one school. */
    interface Values {

        /**
         * A whole number.
         *
         * @param name a property of type {@code integer}
         * @return within the schema's and the municipality's bounds
         * @throws IllegalArgumentException if the schema has no such property
         */
        int number(String name);

        /**
         * Yes or no.
         *
         * @param name a property of type {@code boolean}
         * @return the value
         * @throws IllegalArgumentException if the schema has no such property
         */
        boolean flag(String name);

        /**
         * A word or a text.
         *
         * @param name a property of type {@code string}
         * @return the value
         * @throws IllegalArgumentException if the schema has no such property
         */
        String text(String name);
    }
}
