import Content
import Foundation

/// The themes that come with the program.
enum ThemeFolders {
    /// A folder that holds the theme `default`: the one that was given, or `themes` or `share/showcase/themes` in a folder
    /// above the program, which finds those of a checkout and of an installation.
    static func find(_ given: String?) -> String? {
        if let given { return holdsThemes(given) ? given : nil }
        guard let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path.nonEmpty else {
            return nil
        }
        var folder = URL(fileURLWithPath: program).deletingLastPathComponent()
        while true {
            for place in ["themes", "share/showcase/themes"] {
                let candidate = folder.appendingPathComponent(place).path
                if holdsThemes(candidate) { return candidate }
            }
            guard folder.path != "/" else { return nil }
            folder.deleteLastPathComponent()
        }
    }

    /// The files of all themes in a folder, by path inside it.
    static func files(in folder: String) throws -> [(path: String, bytes: [UInt8])] {
        let themes = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        let reader = SourceReader.disk(root: folder)
        return try themes.flatMap { theme -> [(String, [UInt8])] in
            try reader.list(theme).compactMap { listing in
                reader.read(listing.path, .max).map { (listing.path, $0) }
            }
        }
    }

    private static func holdsThemes(_ folder: String) -> Bool {
        FileManager.default.fileExists(atPath: folder + "/default/theme.yaml")
    }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
