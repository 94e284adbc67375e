import Foundation

/// A folder that is removed when the test is over.
package final class Scratch: Sendable {
    private let temporary: TemporaryFolder
    package var path: String { temporary.path }

    package init() throws { temporary = try TemporaryFolder("test") }

    /// A copy of a site of `Tests/Sites`, with the files of another folder laid over it.
    package func site(_ name: String, overlay: String? = nil) throws -> String {
        let target = path + "/site"
        try FileManager.default.copyItem(atPath: Sites.folder + "/" + name, toPath: target)
        guard let overlay else { return target }
        let source = Sites.folder + "/" + overlay
        for file in try Sites.files(below: source) where file != "expected.txt" {
            let destination = target + "/" + file
            try FileManager.default.createDirectory(
                atPath: (destination as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            try? FileManager.default.removeItem(atPath: destination)
            try FileManager.default.copyItem(atPath: source + "/" + file, toPath: destination)
        }
        return target
    }
}

/// The sites in `Tests/Sites`.
package enum Sites {
    package static let folder: String = {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path + "/Sites"
    }()

    /// The repository this test belongs to.
    package static var repository: String {
        URL(fileURLWithPath: folder).deletingLastPathComponent().deletingLastPathComponent().path
    }

    /// All files below a folder, relative to it, sorted.
    package static func files(below folder: String) throws -> [String] {
        guard let walk = FileManager.default.enumerator(atPath: folder) else { return [] }
        var files: [String] = []
        for case let file as String in walk {
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: folder + "/" + file, isDirectory: &isFolder)
            if !isFolder.boolValue { files.append(file) }
        }
        return files.sorted()
    }

    package static var broken: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder + "/broken")) ?? []).sorted()
    }
}
