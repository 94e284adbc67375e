import Content
import Foundation

/// The themes that come with the program.
enum ThemeFolders {
    /// Where the themes may stand that come with this program, likeliest first.
    static func places() -> [String] {
        places(ofProgram: URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path)
    }

    /// Where the themes of a program may stand: beside it, as where both were unpacked or copied to; below the prefix that
    /// it is installed under (`/usr/local` for `/usr/local/bin/showcase`); in the checkout that it was built in.
    ///
    /// - Parameter program: the path of the program, links followed.
    static func places(ofProgram program: String) -> [String] {
        let folders = program.split(separator: "/").dropLast().map(String.init)
        func places(in folders: some Collection<String>) -> [String] {
            let path = folders.map { "/" + $0 }.joined()
            return [path + "/themes", path + "/share/showcase/themes"]
        }
        var all = places(in: folders)
        if !folders.isEmpty { all += places(in: folders.dropLast()) }
        if let build = folders.lastIndex(where: { $0.hasPrefix(".build") }) {
            all.append(folders[..<build].map { "/" + $0 }.joined() + "/themes")
        }
        return all
    }

    /// Whether a folder holds the theme `default`.
    static func holdsThemes(_ folder: String) -> Bool {
        FileManager.default.fileExists(atPath: folder + "/default/theme.yaml")
    }

    /// The files of all themes in a folder, by path inside it.
    static func files(in folder: String) throws -> [(path: String, bytes: [UInt8])] {
        let themes = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        let reader = Workspace.disk(root: folder)
        return try themes.flatMap { theme -> [(String, [UInt8])] in
            try reader.list(theme).compactMap { listing in
                reader.read(listing.path, .max).map { (listing.path, $0) }
            }
        }
    }
}
