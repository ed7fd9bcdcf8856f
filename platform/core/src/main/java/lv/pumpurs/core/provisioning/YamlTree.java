package lv.pumpurs.core.provisioning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lv.pumpurs.core.provisioning.WrongTenantFile.Fault;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file as a tree, and the line of each place in it. Plain data only: anchors, aliases and tags are refused, so that a
 * small file cannot unfold into a large one and none can name a class.
 */
final class YamlTree {

    private static final int LONGEST = 1_000_000;
    private static final Set<Tag> PLAIN = Set.of(Tag.STR, Tag.INT, Tag.BOOL, Tag.NULL, Tag.FLOAT, Tag.MAP, Tag.SEQ);

    private final String file;
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private YamlTree(String file) {
        this.file = file;
    }

    /** A tree without a fault of form. */
    record Read(JsonNode root, Map<String, Integer> lines) {

        /** The line of a place given as a JSON pointer, or of the nearest place around it. */
        int line(String pointer) {
            String at = pointer;
            while (!at.isEmpty()) {
                Integer line = lines.get(at);
                if (line != null) {
                    return line;
                }
                at = at.substring(0, Math.max(at.lastIndexOf('/'), 0));
            }
            return 1;
        }
    }

    static Read read(String file, String text) throws WrongTenantFile {
        YamlTree tree = new YamlTree(file);
        LoadSettings settings = LoadSettings.builder()
            .setLabel(file)
            .setAllowDuplicateKeys(false)
            .setMaxAliasesForCollections(0)
            .setCodePointLimit(LONGEST)
            .setUseMarks(true)
            .build();
        try {
            List<Node> documents = new ArrayList<>();
            new Compose(settings).composeAllFromString(text).forEach(documents::add);
            if (documents.size() != 1) {
                throw tree.wrong(1, "the file must hold exactly one document");
            }
            JsonNode root = tree.json(documents.get(0), "");
            if (!tree.faults.isEmpty()) {
                throw new WrongTenantFile(tree.faults);
            }
            return new Read(root, tree.lines);
        } catch (MarkedYamlEngineException e) {
            throw tree.wrong(line(e.getProblemMark()), "not readable as YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw tree.wrong(1, "not readable as YAML: " + e.getMessage());
        }
    }

    private WrongTenantFile wrong(int line, @Nullable String reason) {
        return new WrongTenantFile(List.of(new Fault(file, line, String.valueOf(reason))));
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(Mark::getLine).orElse(0) + 1;
    }

    private JsonNode json(Node node, String pointer) {
        lines.putIfAbsent(pointer, line(node.getStartMark()));
        if (node.getAnchor().isPresent()) {
            faults.add(new Fault(file, line(node.getStartMark()), "anchors and aliases are not allowed here"));
            return JsonNodeFactory.instance.nullNode();
        }
        if (!PLAIN.contains(node.getTag())) {
            faults.add(new Fault(file, line(node.getStartMark()), "tags are not allowed here"));
            return JsonNodeFactory.instance.nullNode();
        }
        return switch (node) {
            case MappingNode mapping -> object(mapping, pointer);
            case SequenceNode sequence -> array(sequence, pointer);
            default -> scalar((ScalarNode) node);
        };
    }

    private ObjectNode object(MappingNode mapping, String pointer) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (NodeTuple pair : mapping.getValue()) {
            int line = line(pair.getKeyNode().getStartMark());
            if (!(pair.getKeyNode() instanceof ScalarNode key) || key.getAnchor().isPresent()) {
                faults.add(new Fault(file, line, "a key must be a plain word"));
                continue;
            }
            if (object.has(key.getValue())) {
                faults.add(new Fault(file, line, "the key '" + key.getValue() + "' stands here a second time"));
            }
            // the key's line, not the value's: that is where the writer looks for it
            String place = pointer + "/" + key.getValue();
            lines.put(place, line);
            object.set(key.getValue(), json(pair.getValueNode(), place));
        }
        return object;
    }

    private ArrayNode array(SequenceNode sequence, String pointer) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Node item : sequence.getValue()) {
            array.add(json(item, pointer + "/" + array.size()));
        }
        return array;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        String value = scalar.getValue();
        if (Tag.NULL.equals(scalar.getTag())) {
            return JsonNodeFactory.instance.nullNode();
        }
        if (Tag.BOOL.equals(scalar.getTag())) {
            return JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(value));
        }
        if (Tag.INT.equals(scalar.getTag()) && value.matches("-?[0-9]{1,9}")) {
            return JsonNodeFactory.instance.numberNode(Integer.parseInt(value));
        }
        return JsonNodeFactory.instance.stringNode(value);
    }
}
