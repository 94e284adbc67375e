import Foundation
import Testing

/// The invariants of `docs/architecture.md` that the module graph cannot hold.
@Suite("Architecture")
struct ArchitectureTests {
    /// The Swift sources of a module with their paths.
    private func sources(_ module: String) throws -> [(path: String, text: String)] {
        let root =
            URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path + "/Sources/" + module
        let names = try #require(FileManager.default.enumerator(atPath: root)?.allObjects as? [String])
        return try names.filter { $0.hasSuffix(".swift") }.map {
            ("\(module)/\($0)", try String(contentsOfFile: root + "/" + $0, encoding: .utf8))
        }
    }

    private static let modules = [
        "Building", "Certificates", "Checking", "Commands", "Content", "ContentWriting", "DerivedFiles", "Diagnostics",
        "DocumentReading", "ExternalLinks", "FormMaking", "FormReading", "Forms", "JSONWriting", "Markdown", "OpenData",
        "Photos", "PreviewServer", "RosterImporting", "Scaffolding", "Searching", "SharePictures", "SiteModel",
        "Theming", "Typesetting", "Watching", "XMLWriting", "showcase",
    ]

    @Test("nothing outside Publishing opens a file for writing", arguments: modules)
    func writing(module: String) throws {
        let signs = [
            "O_WRONLY", "O_RDWR", "O_CREAT", "createFile(", "createDirectory(", "write(toFile", "write(to: URL",
            "mkdir(", "mkdirat(", "rename(", "renameat(",
        ]
        for (path, text) in try sources(module) {
            // What other sites answered is kept beside the site, so that they are not asked every day; so is what takes
            // long to make.
            let isCache = path == "DerivedFiles/OpenFolder.swift"
            // Content, exports and lists that a person asks for go through one door, which follows no links.
            let isContent = path == "ContentWriting/SiteFolder.swift"
            let allowed =
                isContent
                ? ["O_WRONLY", "O_RDWR", "O_CREAT", "mkdir(", "mkdirat(", "renameat("]
                : isCache ? ["O_WRONLY", "O_CREAT", "mkdirat(", "renameat("] : []
            for sign in signs where text.contains(sign) && !allowed.contains(sign) {
                Issue.record("\(path) has \(sign)")
            }
            // The library behind the spreadsheets writes files only.
            if text.contains("mkdtemp(") {
                #expect(path == "SpreadsheetWriting/WorkbookWriter.swift")
            }
        }
    }

    @Test("what a person did not name is written only over what was read", arguments: modules)
    func overwriting(module: String) throws {
        // Exports and baselines are files that a person names; the list of addresses is the program's own.
        let asked = [
            "Commands/Export/ExportRun.swift", "Commands/Site/BaselineFile.swift", "Commands/Site/LedgerFile.swift",
        ]
        for (path, text) in try sources(module) where path != "ContentWriting/SiteFolder.swift" {
            if text.contains(".overwrite(") { #expect(asked.contains(path), "\(path)") }
        }
    }

    @Test("only what looks into documents and the preview's editor start programs", arguments: modules)
    func programs(module: String) throws {
        let allowed = [
            "DocumentReading/LimitedProgram.swift", "Previewing/EditorCommand.swift", "Commands/Process/Browser.swift",
        ]
        for (path, text) in try sources(module) where !allowed.contains(path) {
            for sign in ["Process()", "posix_spawn", "showcase_start_limited", "popen("] where text.contains(sign) {
                Issue.record("\(path) has \(sign)")
            }
        }
    }

    @Test(
        "the model, rendering, open data, forms, imports and certificates know no clock, locale or environment",
        arguments: [
            "SiteModel", "Theming", "OpenData", "Searching", "RosterImporting", "Scaffolding", "Certificates", "Forms",
            "FormMaking", "FormReading",
        ])
    func purity(module: String) throws {
        let signs = [
            "Date()", "Locale", "TimeZone", "ProcessInfo", "getenv", "FileManager", "ContinuousClock", "random(",
        ]
        for (path, text) in try sources(module) {
            for sign in signs where text.contains(sign) { Issue.record("\(path) has \(sign)") }
        }
    }

    @Test("a command knows the process through its context alone")
    func commands() throws {
        let signs = [
            "ProcessInfo", "Date()", "isatty", "readLine()", "FileHandle.standard", "getenv", "currentDirectoryPath",
            "DispatchSource", "signal(SIG",
        ]
        for (path, text) in try sources("Commands") where !path.hasPrefix("Commands/Process/") {
            for sign in signs where text.contains(sign) { Issue.record("\(path) has \(sign)") }
        }
    }

    @Test(
        "between its ends a build knows no disk",
        arguments: ["Building", "Checking", "SiteModel", "Theming", "OpenData", "Searching", "Previewing"])
    func memory(module: String) throws {
        // The forms of the ends on the disk are named here, and a person's editor is found.
        let ends = ["Building/BuildOptions.swift", "Building/BuildCaches.swift", "Previewing/EditorCommand.swift"]
        let signs = [".disk(", "FileManager", "contentsOfFile", "FileHandle", "fopen(", "= open("]
        for (path, text) in try sources(module) where !ends.contains(path) {
            for sign in signs where text.contains(sign) { Issue.record("\(path) has \(sign)") }
        }
    }

    @Test("the preview's server knows no files")
    func previewWithoutFiles() throws {
        for (path, text) in try sources("PreviewServer") {
            for sign in ["FileManager", "contentsOf", "FileHandle", "fopen(", "openat(", " open(\""] {
                if text.contains(sign) { Issue.record("\(path) has \(sign)") }
            }
        }
    }

    @Test(
        "what reads files that others handed in has no way to the network",
        arguments: [
            "DocumentReading", "Forms", "FormMaking", "FormReading", "RosterImporting", "ContentWriting", "Content",
            "Photos",
        ])
    func noNetwork(module: String) throws {
        let signs = [
            "FoundationNetworking", "FlyingFox", "FlyingSocks", "CLinkProbe", "ExternalLinks", "PreviewServer",
            "URLSession",
            "contentsOf: URL", "socket(", "connect(",
        ]
        for (path, text) in try sources(module) {
            for sign in signs where text.contains(sign) { Issue.record("\(path) has \(sign)") }
        }
    }

    @Test("readers of content ask for fields by their keys, never by a name in a text")
    func keys() throws {
        let sign =
            /(fields|reader|\$0)\.(text|texts|textOrEmpty|date|integer|number|flag|word|words|names|object|objects|pairs|entries|has)\("/
        // What a cell of a form may hold depends on the others in it.
        for (path, text) in try sources("Content") where path != "Content/Reading/FormDefinitionReader.swift" {
            #expect(text.firstMatch(of: sign) == nil, "\(path)")
        }
    }

    @Test("no module stops the program over its input", arguments: modules + ["Publishing"])
    func crashes(module: String) throws {
        for (path, text) in try sources(module) {
            for sign in ["fatalError(", "try!", " as! "] where text.contains(sign) {
                Issue.record("\(path) has \(sign)")
            }
        }
    }
}
