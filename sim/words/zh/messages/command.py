"""What the command says of result folders, of what it was asked for, and of how it ended, in Chinese."""

MESSAGES: dict[str, str] = {
    "the file takes {size:,.1f} MB": "文件大小 {size:,.1f} MB",
    # result folders
    "name another folder, or add {option}": "请另选一个文件夹，或加上 {option}",
    "overwrite=True to the options": "选项 overwrite=True",
    "{folder} holds a result already; {remedy}": "{folder} 中已有结果；{remedy}",
    "{folder} holds an unfinished run of something else; {remedy}": "{folder} 中有另一次未完成的运行；{remedy}",
    "{folder} is not empty; {remedy}": "{folder} 不是空文件夹；{remedy}",
    "{folder} is a file, not a folder": "{folder} 是文件，不是文件夹",
    "{folder} is no result folder and has files of its own called {files}, which would be lost; name another folder": (
        "{folder} 不是结果文件夹，其中有名为 {files} 的文件，会因此丢失；请另选一个文件夹"
    ),
    "{folder} cannot be written": "{folder} 无法写入",
    "{folder} cannot be written to: {why}": "{folder} 无法写入：{why}",
    "{folder} cannot be written to ({reason}); name another folder{with_out}": (
        "{folder} 无法写入（{reason}）；请{with_out}另选一个文件夹"
    ),
    " with --out": "用 --out ",
    "{folder} is in use by {holder}; wait until it ends, or name another folder": (
        "{folder} 正被 {holder} 使用；请等它结束，或另选一个文件夹"
    ),
    "another process": "另一进程",
    "{folder} is in use by others again and again; {remedy}": "{folder} 一再被其他进程使用；{remedy}",
    "{why}, so it cannot be a result folder; name another one": "{why}，因此不能用作结果文件夹；请另选一个",
    "{path!r} is not a name in UTF-8": "{path!r} 不是 UTF-8 名称",
    "{path!r} has a zero byte in its name": "{path!r} 的名称中含零字节",
    "{path!r} has a backslash in it; folders are parted by '/'": "{path!r} 含反斜杠；文件夹之间用 '/' 分隔",
    "a name in {path!r}... is longer than {most} bytes": "{path!r}... 中有名称超过 {most} 字节",
    "{folder} has a '?' in its path, where DuckDB keeps no store of a study; name another folder": (
        "{folder} 的路径中含 '?'，DuckDB 无法在其中保存研究；请另选一个文件夹"
    ),
    "{folder} holds another study; what changed:": "{folder} 中有另一项研究；不同之处：",
    "  {change}": "  {change}",
    "  and {more} more": "  另有 {more} 处",
    "{path}: {written} is new": "{path}：新增 {written}",
    "{path}: {written} is gone": "{path}：去掉了 {written}",
    "{path}: was {written}, is {new}": "{path}：原为 {written}，现为 {new}",
    "another process is at work on the study in {folder}; wait until it ends": (
        "另一进程正在运行 {folder} 中的研究；请等它结束"
    ),
    "{file} is damaged, so that what was run cannot be read ({why}); {remedy}": (
        "{file} 已损坏，读不出已运行的内容（{why}）；{remedy}"
    ),
    # reading results
    "{folder} {what}": "{folder} {what}",
    "{folder} {what}; did you mean '{near}'?": "{folder} {what}；是否应为 '{near}'？",
    "is a file, not a result folder": "是文件，不是结果文件夹",
    "is no folder": "不是文件夹",
    "{folder} has no {manifest}: it is no result folder, or its run was interrupted.": (
        "{folder} 中没有 {manifest}：它不是结果文件夹，或运行曾被中断。"
    ),
    "Run it again: name another folder, or add {option}.": "请重新运行：另选一个文件夹，或加上 {option}。",
    "{path} is damaged: it cannot be read as JSON. {again}": "{path} 已损坏：不是可读的 JSON。{again}",
    "{path} is damaged: it is no manifest. {again}": "{path} 已损坏：不是清单。{again}",
    "{path} does not say that its run was completed. {again}": "{path} 没有写明运行已完成。{again}",
    "{path} was changed after the run. {again}": "{path} 在运行之后被改动过。{again}",
    "{folder} holds a study that is not finished; the command that began it goes on": (
        "{folder} 中的研究尚未完成；用开始它的命令可以继续"
    ),
    "{folder} holds a {kind}, not a run{runs_within}": "{folder} 中是{kind}，不是一次运行{runs_within}",
    "study": "研究",
    "comparison": "比较",
    "; name one of its runs: {runs}": "；请指明其中一次运行：{runs}",
    "; its runs keep no tables of their own": "；其各次运行没有单独的表",
    "{manifest} does not tell of the tables {tables}. {again}": "{manifest} 中没有写明表 {tables}。{again}",
    "{folder} has no case {case} in replication {replication}": "{folder} 的第 {replication} 次重复中没有案件 {case}",
    "{folder} has no replication {replication}; it has {first} to {last}": (
        "{folder} 没有第 {replication} 次重复；有第 {first} 至 {last} 次"
    ),
    # checking results
    "a run": "一次运行",
    "a comparison": "一次比较",
    "a study": "一项研究",
    "{kind}, {files} files as they were written": "{kind}，{files} 个文件与写入时一致",
    "{file} {what}": "{file} {what}",
    "    {file} {what}": "    {file} {what}",
    "is missing": "缺失",
    "was changed": "被改动过",
    "is left of a run that was interrupted": "是被中断的运行遗留的",
    "is left of an interruption": "是中断时遗留的",
    "is not from gridgov": "不是 gridgov 写的",
    # replays and reports
    "cannot play from {start:%Y-%m-%d %H:%M} until {end:%Y-%m-%d %H:%M}: the run lasts from {first:%Y-%m-%d %H:%M}"
    " until {last:%Y-%m-%d %H:%M}, and --until must be later than --from": (
        "无法从 {start:%Y-%m-%d %H:%M} 播放至 {end:%Y-%m-%d %H:%M}：运行始于 {first:%Y-%m-%d %H:%M}，"
        "止于 {last:%Y-%m-%d %H:%M}，且 --until 须晚于 --from"
    ),
    "{folder} is of another world than {first}; side by side only what happens in one world can be seen: the same"
    " seed, period, territory, people and hazards": (
        "{folder} 与 {first} 不是同一世界；只有同一世界才能并排观看：随机种子、时期、地域、人口和问题类别都须相同"
    ),
    "  {path}: {base} and {other}": "  {path}：{base} 与 {other}",
    "{size:,.0f} MB take long to open: play less at once, with --from and --until": (
        "{size:,.0f} MB 打开较慢：请用 --from 和 --until 少播放一些"
    ),
    "--whole goes with --pdf": "--whole 须与 --pdf 同用",
    "a PDF is printed by Chromium, Chrome or Edge, and none is installed here. Install one (Debian: apt install"
    " chromium), name one in {variable}, or open {report} in any browser and print it to a file: it is laid out for"
    " paper": (
        "PDF 由 Chromium、Chrome 或 Edge 打印，此处都没有安装。请安装一个（Debian：apt install chromium），"
        "或用 {variable} 指明，或在任一浏览器中打开 {report} 打印成文件：版面已适合纸张"
    ),
    "{browser} did not print {report}: {told}": "{browser} 没有打印 {report}：{told}",
    "it took more than {seconds} s": "用时超过 {seconds} 秒",
    "it said nothing": "没有给出原因",
    "a .docx is written by python-docx, of the extra `office`: pip install 'gridgov[office]'": (
        "写 .docx 需要附加组件 `office` 中的 python-docx：pip install 'gridgov[office]'"
    ),
    "an .xlsx is written by openpyxl, of the extra `office`: pip install 'gridgov[office]'": (
        "写 .xlsx 需要附加组件 `office` 中的 openpyxl：pip install 'gridgov[office]'"
    ),
    # engines
    "reference": "参考",
    "compiled": "编译",
    "{engine} engine: {why}": "{engine}引擎：{why}",
    "as asked": "按所选",
    "it is ready": "已就绪",
    "done before the other would be compiled": "另一引擎尚未编译完，它已算完",
    "a large run; it is compiled first, once": "运行量大；先编译一次",
    "{lacking}; {way_to_compiled}": "{lacking}；{way_to_compiled}",
    "the compiled engine cannot run: {lacking}; {way_to_compiled}": "编译引擎无法运行：{lacking}；{way_to_compiled}",
    "reference engine only: {lacking}; {way_to_compiled}": "只用参考引擎：{lacking}；{way_to_compiled}",
    "reference engine only: the other is not compiled yet; --engine compiled does that first": (
        "只用参考引擎：另一引擎尚未编译；--engine compiled 会先编译"
    ),
    "for the compiled engine, which is about a hundred times faster: pip install 'gridgov[fast]'": (
        "编译引擎约快一百倍，安装：pip install 'gridgov[fast]'"
    ),
    "numba, which compiles it, is not installed": "没有安装用于编译的 numba",
    "numba {installed} is installed, and the kernel was tested with versions {tested}": (
        "已安装 numba {installed}，而经过测试的版本为 {tested}"
    ),
    "from {first} and before {beyond}": "{first} 及以上、{beyond} 以下",
    "the compiled engine could not be compiled; with --engine reference nothing needs to be": (
        "编译引擎未能编译；用 --engine reference 则无需编译"
    ),
    "no folder for caches is known": "不知道缓存文件夹在哪里",
    "{told}: what is compiled is kept in {folder} for now": "{told}：编译结果暂存于 {folder}",
    # how a command ended
    "the folder in which this command was given is there no more; go to another one": (
        "执行命令所在的文件夹已不存在；请换一个文件夹"
    ),
    "what was printed could not be written: {why}": "输出的内容无法写出：{why}",
    "{file} exists already; give another name, or --overwrite to replace it": (
        "{file} 已存在；请另取名称，或加 --overwrite 替换它"
    ),
    "{file}: a workbook ends in .xlsx": "{file}：工作簿的扩展名是 .xlsx",
    "residents: {why}": "常住人口：{why}",
    "{number:,} is out of range: at least {least:,}, at most {most:,}": (
        "{number:,} 超出范围：至少 {least:,}，至多 {most:,}"
    ),
    "{why}; what is finished is kept, and {way_on}": "{why}；已完成的部分已保存，{way_on}",
    "{where}: no room is left on the disk; make room, and {way_on}": "{where}：磁盘已满；请腾出空间，之后{way_on}",
    "the disk": "磁盘",
    "system": "系统",
    "a process ended early, most likely for lack of memory; try --workers 1": (
        "一个进程提前结束，多半是内存不足；请试 --workers 1"
    ),
    "unexpected {kind}: {error}; `gridgov --debug ...` shows the traceback": (
        "意外错误 {kind}：{error}；`gridgov --debug ...` 可显示调用栈"
    ),
    "interrupted": "已中断",
    "ended by SIGTERM": "被 SIGTERM 终止",
    "ended": "已结束",
    "{asked}; {way_on}": "{asked}；{way_on}",
    "the same command goes on": "再次执行同一命令即可继续",
    "the same command goes on where it stopped": "再次执行同一命令可从中断处继续",
    "the same command with --out {folder} goes on where it stopped": "用同一命令加 --out {folder} 可从中断处继续",
    "the same command writes it anew": "再次执行同一命令会重新写出",
    "nothing was begun": "尚未开始任何工作",
    "nothing is kept of it": "没有保存任何内容",
    "\nreport  {report}": "\n报告  {report}",
    "tables  {folder}": "数据表  {folder}",
    "{failed:,} runs failed; the report names them": "{failed:,} 次运行失败；报告中已列出",
    # what a command was asked for
    "ok  {file}: {found}": "ok  {file}：{found}",
    "{title} ({counts}; {need})": "{title}（{counts}；{need}）",
    "{number:,} hazard": "{number:,} 类问题",
    "{number:,} hazards": "{number:,} 类问题",
    "{number:,} department": "{number:,} 个部门",
    "{number:,} departments": "{number:,} 个部门",
    "{number:,} replication": "重复 {number:,} 次",
    "{number:,} replications": "重复 {number:,} 次",
    "{number:,} point": "{number:,} 个参数点",
    "{number:,} points": "{number:,} 个参数点",
    "{number:,} run": "{number:,} 次运行",
    "{number:,} runs": "{number:,} 次运行",
    "the public holidays of {years} are not known": "{years} 年的法定节假日尚不清楚",
    "{file} written; try: gridgov check {file}, then: gridgov run {file}": (
        "已写入 {file}；可先检查：gridgov check {file}，再运行：gridgov run {file}"
    ),
    "{file} written; fill it in, then: gridgov new NAME --from-excel {file}": (
        "已写入 {file}；填好之后运行：gridgov new 名称 --from-excel {file}"
    ),
    "a preset has this name too: without its ending, {name} stands for the preset": (
        "有预置情景同名：不带扩展名时，{name} 指预置情景"
    ),
    "'{name}' is not a name: one word of letters, digits, '-', '_' and '.'": (
        "'{name}' 不能用作名称：应为一个词，只含文字、数字、'-'、'_' 和 '.'"
    ),
    "'{name}' is too long for a file, or the name of a device on Windows": (
        "'{name}' 作文件名太长，或是 Windows 的设备名"
    ),
    "one of --residents, --template and --from-excel": "--residents、--template 和 --from-excel 只能用一个",
    "say a NAME, or --from-excel FILE": "请写明名称，或用 --from-excel 文件",
    "a NAME or --seeds, not both": "名称和 --seeds 只能用一个",
    "no mechanism {name!r}; there are {known}{hint}": "没有机制 {name!r}；有 {known}{hint}",
    "--until finds the number of replications; leave --replications out": (
        "--until 会自行确定重复次数；请删去 --replications"
    ),
    "no case is called {word!r}{hint}": "没有名为 {word!r} 的算例{hint}",
    "; they are {names}": "；有 {names}",
    "Invalid value: {message}": "值不对：{message}",
    "Usage: {usage}\nTry '{command} --help' for help.\n\nError: {problem}": (
        "用法：{usage}\n用 '{command} --help' 查看说明。\n\n错误：{problem}"
    ),
    # the demonstration
    "{address}\nCtrl-C ends it": "{address}\n按 Ctrl-C 结束",
    "whoever reaches this machine over the network can open the page": "能通过网络访问本机的人都能打开此页面",
    "large: some {seconds:,.0f} s for each world and policy when a slider is moved": (
        "规模较大：每移动一次滑块，每个世界和方案约需 {seconds:,.0f} 秒"
    ),
    "{host}, port {port}: {why}; --port 0 takes one that is free": (
        "{host} 端口 {port}：{why}；--port 0 可自动选用空闲端口"
    ),
    "the page needs marimo, which is not installed: pip install 'gridgov[demo]'": (
        "页面需要 marimo，尚未安装：pip install 'gridgov[demo]'"
    ),
}
"""Messages by their English."""
