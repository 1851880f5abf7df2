from adder import add

print(f"40 + 2 = {add(40, 2)}")
