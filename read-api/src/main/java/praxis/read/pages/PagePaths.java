package praxis.read.pages;

import java.util.Arrays;

/** Which addresses are pages for people, and not the API for programs. */
final class PagePaths {
    private PagePaths() {}

    static boolean isPage(String path) {
        return path.equals("/")
                || path.equals("/app")
                || path.startsWith("/app/")
                || path.startsWith("/os/")
                || path.startsWith("/sign-");
    }

    /** The part of the pages that an address belongs to, as the navigation names it. */
    static String section(String path) {
        String[] parts = path.split("/", -1);
        int depth = path.startsWith("/os/admin/") ? 4 : 3;
        return parts.length > depth
                ? String.join("/", Arrays.asList(parts).subList(0, depth))
                : path;
    }

    /** An address of ours to go on to: never of somebody else's, however it is spelt. */
    static String ownOrStart(String wanted) {
        boolean plain = wanted.chars().allMatch(each -> each > ' ' && each < 0x7f && each != '\\');
        int end = wanted.indexOf('?');
        String path = end < 0 ? wanted : wanted.substring(0, end);
        return plain && !wanted.startsWith("//") && isPage(path) && !path.startsWith("/sign-")
                ? wanted
                : "/";
    }
}
