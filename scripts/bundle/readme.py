"""README.txt of the offline bundle: what to do, in a few lines of each language."""

README = """五链 · Five Links

1. 先把压缩包整个解压到一个文件夹。
2. 双击start.html，用浏览器打开。不用联网，不用安装，填写的内容不会离开这台设备。
3. 给教室里的手机用：在这个文件夹里运行 python3 serve.py（要有Python 3.9或更新的版本），手机扫屏幕上的码。
   加上 --room，手机就能把答案交给主持人。
4. 办工作坊：print文件夹里有问卷、结果表、主持指南等，可以直接打印。

1. Unpack the whole zip into a folder.
2. Open start.html with a double click. No network, no installation; what you enter stays on this device.
3. For the phones in a room: run python3 serve.py in this folder (Python 3.9 or newer), and scan the code on the screen.
   With --room phones can hand their answers in to the facilitator.
4. For a workshop: the folder print holds questionnaire, result sheet, guide and more, ready to print.
"""
