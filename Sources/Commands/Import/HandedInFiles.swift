import Content
import Diagnostics
import Foundation
import Importing

/// The files that a person names, whatever stands there, and those of folders with the folders in them, in the order of
/// their names.
struct HandedInFiles {
    /// Also files of other word processors: they are refused one by one, each with what to do.
    private static let endings = [".docx", ".doc", ".docm", ".dotx", ".dot", ".wps", ".wpt", ".rtf", ".odt"]
    /// Deeper than anybody files letters.
    private static let maximumDepth = 8

    /// Paths as a person named them, or that of their folder.
    private(set) var forms: [String] = []
    /// Files of folders that are no texts.
    private(set) var others: [String] = []
    private let context: CommandContext

    init(_ paths: [String], in context: CommandContext) {
        self.context = context
        for path in paths {
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: context.path(path), isDirectory: &isFolder), isFolder.boolValue {
                look(into: path.hasSuffix("/") ? String(path.dropLast()) : path, depth: 1)
            } else {
                forms.append(path)
            }
        }
    }

    private mutating func look(into folder: String, depth: Int) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: context.path(folder)) else { return }
        // Word keeps `~$` files beside what is open.
        for name in names.sorted() where !Workspace.isHidden(name) && !name.hasPrefix("~$") {
            let path = folder + "/" + name
            let kind =
                try? FileManager.default.attributesOfItem(atPath: context.path(path))[.type] as? FileAttributeType
            if kind == .typeDirectory {
                if depth < Self.maximumDepth { look(into: path, depth: depth + 1) } else { others.append(path) }
            } else if Self.endings.contains(where: name.lowercased().hasSuffix) {
                forms.append(path)
            } else {
                others.append(path)
            }
        }
    }

    /// - Throws: `FilledFormProblem`.
    func bytes(of path: String) throws -> [UInt8] {
        // O_NONBLOCK, so that a pipe in the place of a file does not hold the program.
        let descriptor = open(context.path(path), O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw FilledFormProblem.unreadable(.systemReason(errno)) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw FilledFormProblem.unreadable(LocalizedText(zh: "不是普通文件", en: "it is no regular file"))
        }
        // More than any form has is not read into memory.
        guard status.st_size <= FilledFormLimits.maximumByteCount else { throw FilledFormProblem.tooLarge }
        return Array(try file.read(upToCount: FilledFormLimits.maximumByteCount + 1) ?? Data())
    }
}
