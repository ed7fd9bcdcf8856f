package lv.pumpurs.core.provisioning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An identity provider that outlives a process: a folder per organisation, a file per member. Sends no mail. */
final class FolderOfMembers implements Organisations {

    private final Path root;

    FolderOfMembers(Path root) {
        this.root = root;
    }

    @Override
    public boolean ensure(String alias, String name) {
        try {
            Files.createDirectory(root.resolve(alias));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void ensureMember(String alias, String email, String given, String family, @Nullable String password) {
        Path member = root.resolve(alias).resolve(email);
        try {
            if (!Files.exists(member)) {
                Files.writeString(member, given + " " + family);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> members(String alias) {
        try (Stream<Path> files = Files.list(root.resolve(alias))) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
