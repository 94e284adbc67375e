import Diagnostics
import FileSystem
import Glibc

/// Why the history could not be read, kept or used.
package enum HistoryError: Error, Sendable, Equatable {
    /// The store cannot be opened or written; with what the system or libgit2 said.
    case store(String)
    /// The disk has no room for what was to be recorded. What was recorded before is not touched.
    case diskFull
    /// Something of the store is a link, or nothing that belongs into one: it could lead out of the site.
    case notAFolder(String)
    /// There is no history yet.
    case none
    /// No change has such a name.
    case noChange(String)
    /// Several changes begin with these digits.
    case severalChanges(String, [ChangeID])
    /// Nothing is left that could be taken back.
    case nothingToUndo
    /// The history begins there; there is nothing before it.
    case beginning(ChangeID)
    /// Everything that a change did is gone already.
    case alreadyTakenBack(ChangeID)
    /// Later changes touch the same lines of files: nothing was written. With the paths.
    case changedSince(ChangeID, [String])
    /// The history was not there yet at the moment.
    case tooEarly
    /// No file of this path was there at the moment; with the first change that knows it, if there is one.
    case noSuchFile(String, firstSeen: RecordedChange?)
    /// A file stands there and cannot be read.
    case unreadable(String)
    /// Some of several files are written; the rest follows when the history is opened next.
    case unfinished(WritingError)
    /// Files were not written, as somebody changed them meanwhile.
    case writing(WritingError)

    /// The same error, told as what it is where the disk of a site is full: libgit2 says so in some of its calls alone.
    package func onDisk(of site: String) -> HistoryError {
        var volume = statvfs()
        let free = statvfs(site, &volume) == 0 ? Int(clamping: volume.f_bavail) * Int(volume.f_frsize) : nil
        return withFreeBytes(free)
    }

    /// Less room than this is none for the files of one record.
    private static let leastFreeBytes = 256 * 1024

    /// - Parameter free: how many bytes can still be written; `nil` where that is not known.
    func withFreeBytes(_ free: Int?) -> HistoryError {
        guard case .store(let reason) = self else { return self }
        let saysSo = ["No space left", "quota exceeded"].contains { reason.contains($0) }
        return saysSo || free.map { $0 < Self.leastFreeBytes } ?? false ? .diskFull : self
    }

    package var message: LocalizedText {
        switch self {
        case .store(let reason):
            LocalizedText(
                zh: "修改记录 \(HistoryStore.folder) 打不开或写不进（\(reason)）。记录坏了的，把这个文件夹改名，就从头开始记录。",
                en:
                    "The history in \(HistoryStore.folder) cannot be opened or written (\(reason)). If it is broken, rename the folder: a new history begins."
            )
        case .diskFull:
            LocalizedText(
                zh: "磁盘空间不足，修改记录 \(HistoryStore.folder) 没有写成。请先腾出空间；以前的记录还在，不要删除或改名。",
                en:
                    "The disk is full: nothing was added to the history in \(HistoryStore.folder). Make room first; what it has is still there, so neither delete nor rename it."
            )
        case .notAFolder(let path):
            LocalizedText(
                zh: "\(path) 是链接，或者不是修改记录里应有的东西，可能通到站点之外，因此没有打开修改记录。请删去它，或把 \(HistoryStore.folder) 改名，从头开始记录。",
                en:
                    "\(path) is a link or nothing that belongs into a history, and could lead out of the site: the history was not opened. Remove it, or rename \(HistoryStore.folder) to begin anew."
            )
        case .none:
            LocalizedText(
                zh: "还没有修改记录：第一次用命令改动内容，或运行 showcase serve 时开始记录。",
                en: "There is no history yet: it begins when a command changes content, or with showcase serve.")
        case .noChange(let name):
            LocalizedText(
                zh: "没有编号为“\(name)”的修改；showcase history 列出全部修改和编号。",
                en: "No change is called “\(name)”: showcase history lists all of them.")
        case .severalChanges(let name, let changes):
            LocalizedText(
                zh: "有几次修改的编号以“\(name)”开头，请多写几位：\(changes.map(\.description).joined(separator: "、"))。",
                en:
                    "Several changes begin with “\(name)”, write more digits: \(changes.map(\.description).joined(separator: ", "))."
            )
        case .nothingToUndo:
            LocalizedText(zh: "没有可以撤回的修改。", en: "There is no change that could be taken back.")
        case .beginning(let id):
            LocalizedText(
                zh: "记录是从 \(id) 开始的，更早的内容没有记录，不能撤回。",
                en: "The history begins with \(id): nothing before it is known, so it cannot be taken back.")
        case .alreadyTakenBack(let id):
            LocalizedText(
                zh: "修改 \(id) 没有什么可以撤回：它改过的地方已经改回去了，或者文件已经不在原处（改了名或移走了）。没有改动文件。",
                en:
                    "There is nothing to take back of \(id): what it changed is as before, or its files are not where they were. No file was touched."
            )
        case .changedSince(let id, let paths):
            LocalizedText(
                zh:
                    "修改 \(id) 之后，同样的地方又改过，不能只撤回这一次：\(paths.joined(separator: "、"))。没有改动文件。可以先撤回后来的修改（showcase history 文件 列出），或用 showcase restore 文件 --at 时间 恢复整个文件。",
                en:
                    "The same lines were changed again after \(id), so it cannot be taken back by itself: \(paths.joined(separator: ", ")). No file was touched. Take back the later changes first (showcase history FILE lists them), or put the whole file back with showcase restore FILE --at TIME."
            )
        case .tooEarly:
            LocalizedText(zh: "那时还没有开始记录。", en: "The history begins after that moment.")
        case .noSuchFile(let path, let first):
            if let first {
                LocalizedText(
                    zh: "那时没有 \(path)；它最早出现在修改 \(first.id)（\(first.sentence.zh)）。",
                    en:
                        "There was no \(path) at that moment: it is first known from \(first.id) (\(first.sentence.en))."
                )
            } else {
                LocalizedText(
                    zh: "修改记录里没有 \(path)；路径从站点文件夹写起，如 content/about.md。",
                    en: "The history knows no \(path); write it from the site's folder, such as content/about.md.")
            }
        case .unreadable(let path):
            LocalizedText(zh: "\(path) 读不了，没有改动文件。", en: "\(path) cannot be read: no file was touched.")
        case .unfinished(let error):
            LocalizedText(
                zh: "只写了一部分文件：\(error.message.zh)原因排除后，再运行一次 showcase history，会接着写完。",
                en:
                    "Only a part of the files is written: \(error.message.en) When that is mended, showcase history goes on with the rest."
            )
        case .writing(let error): error.message
        }
    }
}
