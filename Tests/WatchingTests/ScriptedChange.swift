import Testing

/// A script of the shell and the files that it changes.
struct ScriptedChange: Sendable, CustomTestStringConvertible {
    let script: String
    let changes: Set<String>
    let testDescription: String

    init(name: String? = nil, script: String, changes: Set<String> = ["content/page.md"]) {
        self.script = script
        self.changes = changes
        testDescription = name ?? script
    }
}

extension ScriptedChange {
    /// Ways to save a file, run in the content folder with the new text in a variable.
    static let saves = [
        ScriptedChange(name: "truncated and written", script: "printf $TEXT > page.md"),
        ScriptedChange(name: "appended to", script: "printf $TEXT >> page.md"),
        ScriptedChange(name: "written beside and renamed", script: "printf $TEXT > .new; mv .new page.md"),
        ScriptedChange(name: "written by sed -i", script: "sed -i s/.*/$TEXT/ page.md"),
        ScriptedChange(
            name: "written by vim with backupcopy=no",
            script: ": > 4913; rm 4913; mv page.md page.md~; printf $TEXT > page.md; rm page.md~"),
        ScriptedChange(
            name: "written by vim with a swap file",
            script: "printf x > .page.md.swp; cp page.md page.md~; printf $TEXT > page.md; rm page.md~ .page.md.swp"),
        ScriptedChange(name: "deleted and created", script: "rm page.md; printf $TEXT > page.md"),
        ScriptedChange(name: "replaced by a link", script: "ln -s $TEXT .new; mv -T .new page.md"),
        ScriptedChange(name: "made unreadable and readable", script: "chmod 0 page.md; chmod 644 page.md"),
    ]

    /// What is done to folders, run in the root folder.
    static let moves = [
        ScriptedChange(
            script: "mkdir -p content/a/b/c && printf x > content/a/b/c/x.md && printf y > content/a/y.md",
            changes: ["content/a/b/c/x.md", "content/a/y.md"]),
        ScriptedChange(
            script: "mv content/2024 content/2025",
            changes: [
                "content/2024/index.md", "content/2024/teams/a.md", "content/2025/index.md", "content/2025/teams/a.md",
            ]),
        ScriptedChange(
            script: "mv content/2024 content/0; mv content/0 content/zzz; printf new > content/zzz/teams/b.md",
            changes: [
                "content/2024/index.md", "content/2024/teams/a.md", "content/zzz/index.md", "content/zzz/teams/a.md",
                "content/zzz/teams/b.md",
            ]),
        ScriptedChange(
            script: "mv content/2024/teams content/aaa; printf b > content/aaa/b.md",
            changes: ["content/2024/teams/a.md", "content/aaa/a.md", "content/aaa/b.md"]),
        ScriptedChange(script: "rm -r content/2024", changes: ["content/2024/index.md", "content/2024/teams/a.md"]),
        ScriptedChange(
            script: "mv content/2024 elsewhere", changes: ["content/2024/index.md", "content/2024/teams/a.md"]),
        ScriptedChange(
            script: "mv content/2024 content/.2024", changes: ["content/2024/index.md", "content/2024/teams/a.md"]),
        ScriptedChange(
            script: "rm -r content/2024/teams; mkdir content/2024/teams; printf b > content/2024/teams/b.md",
            changes: ["content/2024/teams/a.md", "content/2024/teams/b.md"]),
        ScriptedChange(
            script: "rm -r content/2024/teams; printf b > content/2024/teams",
            changes: ["content/2024/teams/a.md", "content/2024/teams"]),
        ScriptedChange(
            script: "rm content/page.md; mkdir content/page.md; printf b > content/page.md/b.md",
            changes: ["content/page.md", "content/page.md/b.md"]),
        ScriptedChange(
            script:
                "mv content/2024/teams elsewhere; ln -s ../../elsewhere content/2024/teams; printf b > elsewhere/b.md",
            changes: ["content/2024/teams", "content/2024/teams/a.md"]),
        ScriptedChange(
            script:
                "mkdir -p themes/mine/css; printf x > themes/mine/css/a.css; mv themes themes.old; mv themes.old themes",
            changes: ["themes/mine/css/a.css"]),
    ]
}
